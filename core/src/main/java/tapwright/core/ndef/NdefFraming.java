package tapwright.core.ndef;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Refusal;

/**
 * The strict reading of a message's frame, record by record, before any library sees the bytes.
 *
 * <pre>
 * byte 0   MB ME CF SR IL TNF(3)   begin, end, chunk, short, id length present (section 3.2)
 * byte 1   type length
 * then     payload length (1 byte when SR, else 4), id length (1 byte when IL)
 * then     type, id, payload
 * </pre>
 */
final class NdefFraming {

  private static final int MB = 0x80;
  private static final int ME = 0x40;
  private static final int CF = 0x20;
  private static final int SR = 0x10;
  private static final int IL = 0x08;
  private static final int TNF_MASK = 0x07;

  /** The type name format of all chunks but the first (section 3.2.6). */
  private static final int TNF_UNCHANGED = 6;

  private final Bytes message;
  private int at;
  private int record;
  private boolean chunkOpen;

  private NdefFraming(Bytes message) {
    this.message = message;
  }

  /** What is wrong with the frame of the message, if anything. */
  static Optional<Refusal> fault(Bytes message) {
    if (message.isEmpty()) {
      return Optional.of(NdefRefusal.NO_RECORD.with());
    }
    if (message.size() > NdefMessage.MAX_BYTES) {
      return Optional.of(
          NdefRefusal.TOO_LONG.with("seen", message.size(), "allowed", NdefMessage.MAX_BYTES));
    }
    return new NdefFraming(message).firstFault();
  }

  private Optional<Refusal> firstFault() {
    while (at < message.size()) {
      record++;
      int flags = message.at(at);
      Optional<Refusal> fault = recordFault(flags);
      if (fault.isPresent()) {
        return fault;
      }
      if ((flags & ME) != 0) {
        return afterEnd();
      }
    }
    return Optional.of(NdefRefusal.NO_END.with("record", record));
  }

  private Optional<Refusal> afterEnd() {
    return at == message.size()
        ? Optional.empty()
        : Optional.of(NdefRefusal.AFTER_END.with("seen", message.size() - at, "record", record));
  }

  /** Checks one record and moves behind it. */
  private Optional<Refusal> recordFault(int flags) {
    int headerBytes = 2 + ((flags & SR) != 0 ? 1 : 4) + ((flags & IL) != 0 ? 1 : 0);
    if (message.size() - at < headerBytes) {
      return truncated("header", headerBytes, message.size() - at);
    }
    Lengths lengths = lengths(flags, at + headerBytes);
    return flagFault(flags)
        .or(() -> lengthFault(flags & TNF_MASK, lengths))
        .or(() -> chunkFault(flags, lengths))
        .or(() -> bodyFault(lengths));
  }

  private Optional<Refusal> flagFault(int flags) {
    boolean begins = (flags & MB) != 0;
    if (begins != (record == 1)) {
      return Optional.of(
          NdefRefusal.BEGIN_FLAG.with(
              "record", record, "seen", begins ? 1 : 0, "allowed", begins ? 0 : 1));
    }
    int tnf = flags & TNF_MASK;
    boolean allowed = Tnf.ofCode(tnf).isPresent() || (tnf == TNF_UNCHANGED && chunkOpen);
    return allowed
        ? Optional.empty()
        : Optional.of(NdefRefusal.RESERVED_TNF.with("record", record, "seen", tnf));
  }

  private Optional<Refusal> lengthFault(int tnf, Lengths lengths) {
    boolean typed = Tnf.ofCode(tnf).map(Tnf::hasType).orElse(false);
    if (typed && lengths.type == 0) {
      return fieldLength(tnf, "type", lengths.type, "1 to 255");
    }
    if (!typed && lengths.type > 0) {
      return fieldLength(tnf, "type", lengths.type, "0");
    }
    if (tnf == Tnf.EMPTY.code() && lengths.id > 0) {
      return fieldLength(tnf, "id", lengths.id, "0");
    }
    if (tnf == Tnf.EMPTY.code() && lengths.payload > 0) {
      return fieldLength(tnf, "payload", lengths.payload, "0");
    }
    return Optional.empty();
  }

  /** Section 2.3.3: chunks follow each other at once, name nothing, and end before the message. */
  private Optional<Refusal> chunkFault(int flags, Lengths lengths) {
    boolean carriesOn = (flags & TNF_MASK) == TNF_UNCHANGED;
    if (chunkOpen && !carriesOn) {
      return chunk("it begins anew with TNF " + (flags & TNF_MASK));
    }
    if (carriesOn && lengths.idPresent) {
      return chunk("it has an id length");
    }
    chunkOpen = (flags & CF) != 0;
    if (chunkOpen && (flags & ME) != 0) {
      return chunk("it is marked as the last (ME) and as carried on (CF)");
    }
    if (chunkOpen && (flags & TNF_MASK) == Tnf.EMPTY.code()) {
      return chunk("it is empty (TNF 0) and carried on (CF)");
    }
    return Optional.empty();
  }

  private Optional<Refusal> bodyFault(Lengths lengths) {
    at = lengths.bodyAt;
    return skip("type", lengths.type)
        .or(() -> skip("id", lengths.id))
        .or(() -> skip("payload", lengths.payload));
  }

  private Optional<Refusal> skip(String field, long bytes) {
    int left = message.size() - at;
    if (bytes > left) {
      return truncated(field, bytes, left);
    }
    at += (int) bytes;
    return Optional.empty();
  }

  private Lengths lengths(int flags, int bodyAt) {
    boolean isShort = (flags & SR) != 0;
    boolean idPresent = (flags & IL) != 0;
    int type = message.at(at + 1);
    long payload = 0;
    for (int i = 0; i < (isShort ? 1 : 4); i++) {
      payload = payload << 8 | message.at(at + 2 + i);
    }
    return new Lengths(type, payload, idPresent ? message.at(bodyAt - 1) : 0, idPresent, bodyAt);
  }

  private Optional<Refusal> truncated(String field, long needed, int seen) {
    return Optional.of(
        NdefRefusal.TRUNCATED.with(
            "record", record, "field", field, "needed", needed, "seen", seen));
  }

  private Optional<Refusal> fieldLength(int tnf, String field, long seen, String allowed) {
    return Optional.of(
        NdefRefusal.FIELD_LENGTH.with(
            "record", record, "tnf", tnf, "field", field, "seen", seen, "allowed", allowed));
  }

  private Optional<Refusal> chunk(String seen) {
    return Optional.of(NdefRefusal.CHUNK.with("record", record, "seen", seen));
  }

  /** What a record's header says of its body; a payload length is unsigned and 32 bits wide. */
  private record Lengths(int type, long payload, int id, boolean idPresent, int bodyAt) {}
}
