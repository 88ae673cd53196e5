package tapwright.agent.reader;

import java.util.Set;
import tapwright.core.Bytes;

/**
 * What of one exchange may be written down: no password, no PACK, no key, no signed link.
 *
 * <p>It errs on the side of hiding: pages that hold PWD, PACK or keys on some chip are hidden on
 * all, and of what is said to a card with files only the header is shown.
 */
final class TraceMask {

  private static final int PSEUDO_CLASS = 0xFF;
  private static final int DIRECT_TRANSMIT = 0x00;
  private static final int IN_DATA_EXCHANGE = 0x40;
  private static final int TRANSPARENT = 0xC2;
  private static final int ENCAPSULATE = 0xFE;
  private static final int UPDATE_BINARY = 0xD6;
  private static final int WRITE = 0xA2;
  private static final int HEADER = 4;

  /**
   * Tags' commands that carry secrets or are answered with them: PWD_AUTH (NTAG21x data sheet
   * section 10.7), AUTHENTICATE of Ultralight C and its second part.
   */
  private static final Set<Integer> SECRET_COMMANDS = Set.of(0x1B, 0x1A, 0xAF);

  /**
   * PWD and PACK of NTAG210, 212, 213, 215 and 216 and of MF0UL11 and 21, and Ultralight C's key
   * (NTAG21x data sheet section 8.5; MF0ICU2 section 7.5).
   */
  private static final Set<Integer> SECRET_PAGES =
      Set.of(0x12, 0x13, 0x27, 0x28, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x85, 0x86, 0xE5, 0xE6);

  private static final int STATUS_WORD = 2;

  private final Bytes command;
  private final boolean hidden;

  private TraceMask(Bytes command, boolean hidden) {
    this.command = command;
    this.hidden = hidden;
  }

  static TraceMask of(Bytes command) {
    boolean forReader = command.size() > HEADER && command.at(0) == PSEUDO_CLASS;
    return new TraceMask(command, !forReader || isSecret(command));
  }

  /** The command with two dots for each byte that is hidden. */
  String command() {
    return hidden
        ? masked(command, Math.min(HEADER, command.size()), command.size())
        : command.toHex();
  }

  /** The response in the same way; its status word is shown. */
  String response(Bytes response) {
    int data = Math.max(0, response.size() - STATUS_WORD);
    return hidden ? masked(response, 0, data) : response.toHex();
  }

  private static boolean isSecret(Bytes command) {
    Bytes frame = frameIn(command);
    return !frame.isEmpty() && (SECRET_COMMANDS.contains(frame.at(0)) || writesSecretPage(frame));
  }

  private static boolean writesSecretPage(Bytes frame) {
    return frame.at(0) == WRITE && frame.size() > 1 && SECRET_PAGES.contains(frame.at(1));
  }

  /** The tag's command inside, by whichever path it goes; empty where none is. */
  private static Bytes frameIn(Bytes command) {
    return switch (command.at(1)) {
      case DIRECT_TRANSMIT -> afterHeaders(command, isDataExchange(command) ? 8 : 7);
      case TRANSPARENT -> command.at(3) == 0x01 ? afterHeaders(command, 7) : Bytes.EMPTY;
      case ENCAPSULATE -> afterHeaders(command, 5);
      case UPDATE_BINARY -> Bytes.of(WRITE, command.at(3));
      default -> Bytes.EMPTY;
    };
  }

  /** InDataExchange names its target before the tag's command, InCommunicateThru does not. */
  private static boolean isDataExchange(Bytes command) {
    return command.size() > 6 && command.at(6) == IN_DATA_EXCHANGE;
  }

  private static Bytes afterHeaders(Bytes command, int size) {
    return size < command.size() ? command.sliceFrom(size) : Bytes.EMPTY;
  }

  private static String masked(Bytes bytes, int from, int to) {
    return bytes.slice(0, from).toHex() + "..".repeat(to - from) + bytes.sliceFrom(to).toHex();
  }
}
