package tapwright.agent.emulator.type4;

import java.util.Optional;
import tapwright.core.Bytes;

/**
 * A command APDU, short or extended (ISO/IEC 7816-3, section 12.1).
 *
 * @param header CLA, INS, P1, P2
 * @param data Nc bytes
 * @param ne how many bytes may come back; 0 when none are asked for
 */
record CommandApdu(Bytes header, Bytes data, int ne) {

  private static final int HEADER = 4;

  /** What an Le of zeros asks for, short and extended. */
  static final int MOST_SHORT = 256;

  private static final int MOST_EXTENDED = 65_536;

  /** The command in these bytes; empty when lengths do not add up. */
  static Optional<CommandApdu> parse(Bytes bytes) {
    if (bytes.size() < HEADER) {
      return Optional.empty();
    }
    Bytes header = bytes.slice(0, HEADER);
    Bytes body = bytes.sliceFrom(HEADER);
    if (body.isEmpty()) {
      return Optional.of(new CommandApdu(header, Bytes.EMPTY, 0));
    }
    boolean extended = body.at(0) == 0 && body.size() > 1;
    return extended ? parseExtended(header, body.sliceFrom(1)) : parseShort(header, body);
  }

  private static Optional<CommandApdu> parseShort(Bytes header, Bytes body) {
    if (body.size() == 1) {
      return Optional.of(new CommandApdu(header, Bytes.EMPTY, most(body.at(0), MOST_SHORT)));
    }
    return split(body.sliceFrom(1), body.at(0), 1)
        .map(parts -> new CommandApdu(header, parts.data(), most(parts.le(), MOST_SHORT)));
  }

  private static Optional<CommandApdu> parseExtended(Bytes header, Bytes body) {
    if (body.size() < 2) {
      return Optional.empty();
    }
    if (body.size() == 2) {
      return Optional.of(new CommandApdu(header, Bytes.EMPTY, most(number(body), MOST_EXTENDED)));
    }
    return split(body.sliceFrom(2), number(body.slice(0, 2)), 2)
        .map(parts -> new CommandApdu(header, parts.data(), most(parts.le(), MOST_EXTENDED)));
  }

  /** Data, then Le if it is there; -1 stands for none. */
  private record Parts(Bytes data, int le) {}

  private static Optional<Parts> split(Bytes rest, int nc, int leSize) {
    if (nc == 0 || (rest.size() != nc && rest.size() != nc + leSize)) {
      return Optional.empty();
    }
    Bytes le = rest.sliceFrom(nc);
    return Optional.of(new Parts(rest.slice(0, nc), le.isEmpty() ? -1 : number(le)));
  }

  private static int most(int le, int whenZero) {
    return le == 0 ? whenZero : Math.max(le, 0);
  }

  private static int number(Bytes bytes) {
    int number = 0;
    for (int i = 0; i < bytes.size(); i++) {
      number = (number << 8) | bytes.at(i);
    }
    return number;
  }

  int cla() {
    return header.at(0);
  }

  int ins() {
    return header.at(1);
  }

  int p1() {
    return header.at(2);
  }

  int p2() {
    return header.at(3);
  }

  /** P1 and P2 as one number. */
  int p1p2() {
    return (p1() << 8) | p2();
  }
}
