package tapwright.core.ndef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nfctools.ndef.NdefContext;
import org.nfctools.ndef.Record;
import org.nfctools.ndef.mime.BinaryMimeRecord;
import org.nfctools.ndef.unknown.unsupported.UnsupportedRecord;
import org.nfctools.ndef.wkt.records.UriRecord;
import tapwright.core.Bytes;

/**
 * The one place that calls nfctools 1.0.M8, in the ways that lose nothing.
 *
 * <p>The library pads truncated bytes with zeros, runs out of memory on hostile lengths, throws on
 * chunks and reads every text media type as US-ASCII. So it sees only bytes whose frame {@link
 * NdefFraming} has accepted, records travel as raw type, id and payload, and its typed records are
 * used for two things alone: URI records and the framing of media payloads given as bytes.
 */
final class Nfctools {

  private static final Bytes URI_TYPE = Bytes.ofUtf8("U");

  private Nfctools() {}

  /** The records of a message whose frame is known to be sound. */
  static List<NdefRecord> decode(Bytes message) {
    List<NdefRecord> records = new ArrayList<>();
    for (org.nfctools.ndef.NdefRecord raw :
        NdefContext.getNdefMessageDecoder().decode(message.toArray()).getNdefRecords()) {
      Optional<Tnf> tnf = Tnf.ofCode(raw.getTnf());
      Bytes payload = Bytes.copyOf(raw.getPayload());
      records.add(tnf.isPresent() ? fromRaw(raw) : records.removeLast().plusPayload(payload));
    }
    return records;
  }

  static Bytes encode(List<NdefRecord> records) {
    List<Record> raw = new ArrayList<>();
    for (NdefRecord record : records) {
      raw.add(
          new UnsupportedRecord(
              (byte) record.tnf().code(),
              record.type().toArray(),
              record.id().toArray(),
              record.payload().toArray()));
    }
    return Bytes.copyOf(NdefContext.getNdefMessageEncoder().encode(raw));
  }

  /**
   * A URI record, its beginning abbreviated (NFC Forum URI Record Type Definition 1.0, table 3).
   *
   * <p>The library lower-cases the beginning by the machine's locale, so the URI comes with its
   * scheme in lower case.
   */
  static NdefRecord uriRecord(String uri) {
    return typed(new UriRecord(uri));
  }

  static NdefRecord mediaRecord(String mediaType, Bytes payload) {
    return typed(new BinaryMimeRecord(mediaType, payload.toArray()));
  }

  /** The URI of a URI record; empty where the library would throw or put other characters in. */
  static Optional<String> uriOf(NdefRecord record) {
    if (record.tnf() != Tnf.WELL_KNOWN || !record.type().equals(URI_TYPE)) {
      return Optional.empty();
    }
    Bytes payload = record.payload();
    if (payload.isEmpty() || payload.at(0) >= UriRecord.abbreviableUris.length) {
      return Optional.empty();
    }
    Bytes rest = payload.sliceFrom(1);
    if (!Bytes.ofUtf8(rest.toUtf8()).equals(rest)) {
      return Optional.empty();
    }
    UriRecord uri =
        NdefContext.getNdefMessageDecoder()
            .decodeToRecord(NdefMessage.of(record).encode().toArray());
    return Optional.of(uri.getUri());
  }

  private static NdefRecord typed(Record record) {
    return fromRaw(
        NdefContext.getNdefRecordEncoder().encode(record, NdefContext.getNdefMessageEncoder()));
  }

  private static NdefRecord fromRaw(org.nfctools.ndef.NdefRecord raw) {
    return new NdefRecord(
        Tnf.ofCode(raw.getTnf()).orElseThrow(),
        Bytes.copyOf(raw.getType()),
        Bytes.copyOf(raw.getId()),
        Bytes.copyOf(raw.getPayload()));
  }
}
