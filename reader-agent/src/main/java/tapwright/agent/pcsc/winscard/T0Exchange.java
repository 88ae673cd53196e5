package tapwright.agent.pcsc.winscard;

import javax.smartcardio.CardException;
import tapwright.core.Bytes;

/**
 * A command APDU over T=0, whose transport carries data in one direction only (ISO/IEC 7816-3
 * section 12.2.1): 61xx says how much there is to be fetched, 6Cxx how much should have been asked.
 */
final class T0Exchange {

  /** CLA INS P1 P2 and one byte of length. */
  private static final int HEADER = 5;

  private static final int LENGTH = 4;
  private static final int MORE_DATA = 0x61;
  private static final int WRONG_LENGTH = 0x6C;

  /** A response has 65,536 bytes at most, which come 256 at a time. */
  private static final int MOST = 257;

  private T0Exchange() {}

  /** One exchange with the card. */
  @FunctionalInterface
  interface Link {
    Bytes exchange(Bytes command) throws CardException;
  }

  static Bytes of(Link link, Bytes command) throws CardException {
    Bytes sent = withoutLeAfterData(command);
    Bytes answer = link.exchange(sent);
    if (says(answer, WRONG_LENGTH)) {
      answer = link.exchange(sent.slice(0, LENGTH).plus(answer.sliceFrom(answer.size() - 1)));
    }
    Bytes data = Bytes.of();
    for (int i = 0; i < MOST && says(answer, MORE_DATA); i++) {
      data = data.plus(answer.slice(0, answer.size() - 2));
      answer =
          link.exchange(Bytes.of(command.at(0), 0xC0, 0x00, 0x00, answer.at(answer.size() - 1)));
    }
    return data.plus(answer);
  }

  private static boolean says(Bytes answer, int firstByte) {
    return answer.size() >= 2 && answer.at(answer.size() - 2) == firstByte;
  }

  /** Case 4 is sent as case 3 (ISO/IEC 7816-3 section 12.2.5). */
  private static Bytes withoutLeAfterData(Bytes command) {
    boolean hasData = command.size() > HEADER;
    int end = hasData ? HEADER + command.at(LENGTH) : command.size();
    return hasData && command.at(LENGTH) > 0 && command.size() == end + 1
        ? command.slice(0, end)
        : command;
  }
}
