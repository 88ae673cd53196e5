package tapwright.agent.main.station;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import tapwright.agent.main.console.Console;
import tapwright.agent.station.job.LateNews;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.server.StationClient;
import tapwright.core.tag.Uid;
import tapwright.core.tag.inspect.Origin;
import tapwright.core.tag.inspect.Ownership;
import tapwright.core.wire.ReturnReply;

/**
 * What was done at this desk to cards that come back to it.
 *
 * <p>The journal is held for a moment at a time, since looking at a card may need it as well. Held
 * by another process it ends the command: without it our own doing would look like a customer's.
 *
 * @param folder the journal's; there may be none
 */
record DeskPast(Path folder) {

  /** Tells the server what it does not know yet, so that it speaks of the card as it is. */
  void tell(StationClient client, Console console) {
    if (Files.isDirectory(folder)) {
      try (Journal journal = open()) {
        LateNews.tell(
            journal,
            client,
            InstantSource.system(),
            new ProgressLines(console.remarks(), OptionalInt.empty(), InstantSource.system()));
      }
    }
  }

  /** The card that should lie there is ours, as server and journal have it; any other another's. */
  Origin origin(ReturnReply expected, Uid uid, Optional<String> shown) {
    if (!uid.toString().equals(expected.uid())) {
      return new Origin(Ownership.ANOTHERS, Optional.empty());
    }
    Optional<String> told = Optional.ofNullable(expected.messageHash());
    if (!Files.isDirectory(folder)) {
      return told.isPresent()
          ? new Origin(Ownership.OURS, told)
          : new Origin(Ownership.UNREAD, Optional.empty());
    }
    try (Journal journal = open()) {
      return journal.originBeside(uid, told, shown);
    }
  }

  private Journal open() {
    return Journal.open(folder, InstantSource.system(), new SecureRandom());
  }
}
