package tapwright.core.ndef;

import java.util.Optional;

/**
 * How the type of a record is to be read: the Type Name Format (section 3.2.6).
 *
 * <p>Code 6 (unchanged) exists only inside a chunked record, code 7 is reserved; neither is the
 * format of a whole record.
 */
public enum Tnf {
  EMPTY(0),
  WELL_KNOWN(1),
  MEDIA_TYPE(2),
  ABSOLUTE_URI(3),
  EXTERNAL(4),
  UNKNOWN(5);

  private final int code;

  Tnf(int code) {
    this.code = code;
  }

  /** The three bits in a record's first byte. */
  public int code() {
    return code;
  }

  /** Whether a record of this format has a type; the others must have none. */
  public boolean hasType() {
    return this != EMPTY && this != UNKNOWN;
  }

  /** The format with the code; empty for 6 and 7. */
  public static Optional<Tnf> ofCode(int code) {
    return code >= 0 && code < values().length ? Optional.of(values()[code]) : Optional.empty();
  }
}
