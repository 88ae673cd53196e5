package tapwright.agent.reader;

import java.util.List;
import tapwright.core.Bytes;

/**
 * A tag's commands through a transparent session: {@code FF C2 00 01 Lc 95 len ..} out, data
 * objects back (PC/SC part 3 supplement 2, section 3.2.4).
 *
 * <table>
 * <caption>Data objects in a response</caption>
 * <tr><td>C0 03 nn SW1 SW2</td><td>how it went; nn is the object that failed</td></tr>
 * <tr><td>92 01 bits</td><td>how many bits of the last byte count, 0 for all</td></tr>
 * <tr><td>96 02 ..</td><td>status of the reception</td></tr>
 * <tr><td>97 len ..</td><td>the tag's answer</td></tr>
 * </table>
 */
final class TransparentExchange {

  /** Start the session, then select ISO/IEC 14443-3 A, layer 3. */
  static final List<Bytes> OPENING =
      List.of(Bytes.ofHex("FFC20000028100"), Bytes.ofHex("FFC20002048F020003"));

  static final List<Bytes> CLOSING = List.of(Bytes.ofHex("FFC20000028200"));

  private static final int TRANSCEIVE = 0x95;
  private static final int RESULT = 0xC0;
  private static final int RECEPTION_BITS = 0x92;
  private static final int RESPONSE = 0x97;
  private static final int ACKNOWLEDGEMENT_BITS = 4;
  private static final int ACKNOWLEDGEMENT = 0x0A;

  private TransparentExchange() {}

  static Bytes wrap(Bytes command) {
    Bytes object = Bytes.of(TRANSCEIVE, command.size()).plus(command);
    return Bytes.of(0xFF, 0xC2, 0x00, 0x01, object.size()).plus(object).plus(Bytes.of(0x00));
  }

  static NativeReply unwrap(Bytes response) {
    DataObjects objects = DataObjects.in(StatusWords.data(response));
    Bytes result = objects.find(RESULT).orElse(Bytes.EMPTY);
    if (!StatusWords.isOk(response) || result.size() != 3) {
      return new NativeReply.NotPassed(StatusWords.of(response));
    }
    if (!StatusWords.isOk(result)) {
      return new NativeReply.Unclear(StatusWords.of(result));
    }
    Bytes answer = objects.find(RESPONSE).orElse(Bytes.EMPTY);
    return isFourBits(objects, answer) ? fourBits(answer.at(0)) : whole(answer);
  }

  private static boolean isFourBits(DataObjects objects, Bytes answer) {
    Bytes bits = objects.find(RECEPTION_BITS).orElse(Bytes.EMPTY);
    return answer.size() == 1 && bits.size() == 1 && bits.at(0) == ACKNOWLEDGEMENT_BITS;
  }

  private static NativeReply fourBits(int value) {
    return value == ACKNOWLEDGEMENT ? new NativeReply.Acknowledged() : new NativeReply.Refused();
  }

  private static NativeReply whole(Bytes answer) {
    return answer.isEmpty() ? new NativeReply.Acknowledged() : new NativeReply.Answer(answer);
  }
}
