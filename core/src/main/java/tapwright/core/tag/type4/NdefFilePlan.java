package tapwright.core.tag.type4;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tapwright.core.Bytes;
import tapwright.core.tag.memory.NdefShape;

/**
 * The writes that bring a message into an NDEF file so that the tag, lifted at any time, shows the
 * old message, none, or the complete new one.
 *
 * <p>NLEN becomes 0, unless it is; then the bytes that differ; then NLEN becomes the message's
 * size. A torn UPDATE BINARY may leave any mix of old and new bytes, a prefix among them: behind an
 * NLEN of 0 that harms nothing, and NLEN itself is written in one piece only where neither of its
 * mixes cuts a message at the end of a record. NLEN and message in one UPDATE BINARY would be one
 * exchange less but a prefix of it is a shorter message padded with old bytes, which phones take
 * for a valid one; that a card writes a whole command or nothing is promised by makers of some
 * cards only.
 *
 * <p>Not covered is a byte of NLEN that holds neither its old nor its new value.
 *
 * @param message what the file holds in the end
 * @param writes in their order; none when the file holds it already
 */
public record NdefFilePlan(Bytes message, List<FileWrite> writes) {

  private static final int HIGH = 0xFF00;
  private static final int LOW = 0x00FF;

  public NdefFilePlan {
    writes = List.copyOf(writes);
  }

  /**
   * The plan for a file of which as much was read as tells whether it holds the message; what was
   * not read is written.
   *
   * @param chunk the most bytes of one write
   */
  public static NdefFilePlan of(NdefFile file, Bytes message, int chunk) {
    if (file.holds(message)) {
      return new NdefFilePlan(message, List.of());
    }
    List<FileWrite> setting = lengthSteps(new LengthChange(0, message.size()), message, chunk);
    return new NdefFilePlan(
        message, joined(clearing(file, chunk), dataSteps(file, message, chunk), setting));
  }

  /** No message, and zeros where one was, as far as the file was read. */
  public static NdefFilePlan erasing(NdefFile file, int chunk) {
    Bytes zeros = Bytes.zeros(file.bytes().size() - NdefFile.LENGTH_BYTES);
    return new NdefFilePlan(
        Bytes.EMPTY, joined(clearing(file, chunk), dataSteps(file, zeros, chunk), List.of()));
  }

  private static List<FileWrite> clearing(NdefFile file, int chunk) {
    int size = file.messageSize();
    return lengthSteps(new LengthChange(size, 0), file.body(size), chunk);
  }

  private static List<FileWrite> joined(
      List<FileWrite> clearing, List<FileWrite> data, List<FileWrite> setting) {
    return Stream.of(clearing, data, setting).flatMap(List::stream).toList();
  }

  /** Runs of at most {@code chunk} bytes, each from a byte that differs to one that differs. */
  private static List<FileWrite> dataSteps(NdefFile file, Bytes message, int chunk) {
    Bytes old = file.body(message.size()).padTo(message.size());
    int known = file.bytes().size() - NdefFile.LENGTH_BYTES;
    List<FileWrite> writes = new ArrayList<>();
    int at = 0;
    while (at < message.size()) {
      if (differs(old, known, message, at)) {
        int end = Math.min(at + chunk, message.size());
        int last = lastDifference(old, known, message, at, end);
        writes.add(new FileWrite(NdefFile.LENGTH_BYTES + at, message.slice(at, last + 1)));
        at = end;
      } else {
        at++;
      }
    }
    return writes;
  }

  private static boolean differs(Bytes old, int known, Bytes message, int at) {
    return at >= known || old.at(at) != message.at(at);
  }

  private static int lastDifference(Bytes old, int known, Bytes message, int from, int end) {
    int last = end - 1;
    while (last > from && !differs(old, known, message, last)) {
      last--;
    }
    return last;
  }

  /**
   * NLEN in one piece, or byte by byte. The first record that says it is the last ends in one
   * place, so that one of the two orders is always harmless.
   */
  private static List<FileWrite> lengthSteps(LengthChange change, Bytes message, int chunk) {
    boolean highFirst = change.isHarmlessAs((change.to & HIGH) | (change.from & LOW), message);
    boolean lowFirst = change.isHarmlessAs((change.from & HIGH) | (change.to & LOW), message);
    Bytes length = NdefFile.lengthOf(change.to);
    FileWrite high = new FileWrite(0, length.slice(0, 1));
    FileWrite low = new FileWrite(1, length.slice(1, 2));
    if (change.from == change.to) {
      return List.of();
    }
    if (highFirst && lowFirst && chunk >= NdefFile.LENGTH_BYTES) {
      return List.of(new FileWrite(0, length));
    }
    return highFirst ? List.of(high, low) : List.of(low, high);
  }

  /** NLEN from one value to another, one of which is 0. */
  private record LengthChange(int from, int to) {

    /** Whether a torn NLEN over the message shows no part of it. */
    boolean isHarmlessAs(int torn, Bytes message) {
      return torn == from
          || torn == to
          || torn > message.size()
          || !NdefShape.isMessage(message.slice(0, torn));
    }
  }
}
