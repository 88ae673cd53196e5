package tapwright.agent.pcsc;

import java.util.List;
import javax.smartcardio.CardTerminal;

/**
 * A reader that is found again when it is unplugged and comes back under another index.
 *
 * <p>A reader of the same kind that was there beside it is another one, however alone it is now.
 */
final class FollowedReader {

  private final Readers readers;
  private CardTerminal terminal;
  private List<String> beside = List.of();

  FollowedReader(Readers readers, CardTerminal terminal) {
    this.readers = readers;
    this.terminal = terminal;
  }

  CardTerminal terminal() {
    return terminal;
  }

  /** Looks where it is now; it stays where it was when it is nowhere to be found. */
  void follow() {
    List<String> names = readers.names();
    if (!names.contains(terminal.getName())) {
      List<String> fresh = names.stream().filter(name -> !beside.contains(name)).toList();
      new ReaderName(terminal.getName())
          .anotherIndexIn(fresh)
          .flatMap(readers::terminal)
          .ifPresent(found -> terminal = found);
    }
    if (names.contains(terminal.getName())) {
      beside = names.stream().filter(name -> !name.equals(terminal.getName())).toList();
    }
  }
}
