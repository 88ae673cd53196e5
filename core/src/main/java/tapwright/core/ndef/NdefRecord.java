package tapwright.core.ndef;

import java.util.Optional;
import tapwright.core.Bytes;

/**
 * One record of a message, whole: chunks are joined, lengths are what the fields have.
 *
 * @param tnf how the type is to be read
 * @param type up to 255 bytes; empty exactly where the format has none
 * @param id up to 255 bytes, empty for none
 * @param payload the record's content, byte for byte
 */
public record NdefRecord(Tnf tnf, Bytes type, Bytes id, Bytes payload) {

  /** Type and id lengths are one byte each (sections 3.2.2 and 3.2.3). */
  static final int MAX_NAME_BYTES = 255;

  /** A record without anything, as it stands in an empty message (section 3.2.6). */
  public static final NdefRecord EMPTY =
      new NdefRecord(Tnf.EMPTY, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY);

  public NdefRecord {
    if (tnf.hasType() == type.isEmpty()) {
      throw new IllegalArgumentException(
          "type has " + type.size() + " bytes, which TNF " + tnf + " does not allow");
    }
    checkName("type", type);
    checkName("id", id);
    if (tnf == Tnf.EMPTY && !(id.isEmpty() && payload.isEmpty())) {
      throw new IllegalArgumentException("an empty record has neither id nor payload");
    }
  }

  /** A record whose payload is of a media type, taken over byte for byte (RFC 2046 names it). */
  public static NdefRecord ofMediaType(String mediaType, Bytes payload) {
    return Nfctools.mediaRecord(mediaType, payload);
  }

  /** The record's URI, where it is a URI record that can be read without loss. */
  public Optional<String> uri() {
    return Nfctools.uriOf(this);
  }

  /** Whether this is a record of the media type; case does not matter (RFC 2045, section 5.1). */
  public boolean isMediaType(String mediaType) {
    return tnf == Tnf.MEDIA_TYPE && type.toUtf8().equalsIgnoreCase(mediaType);
  }

  /** This record with more payload after its own. */
  NdefRecord plusPayload(Bytes more) {
    return new NdefRecord(tnf, type, id, payload.plus(more));
  }

  private static void checkName(String name, Bytes value) {
    if (value.size() > MAX_NAME_BYTES) {
      throw new IllegalArgumentException(
          name + " has " + value.size() + " bytes, allowed are up to " + MAX_NAME_BYTES);
    }
  }
}
