package tapwright.agent.station;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.LastingStep;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.station.JournalStep.Kind;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.tag.Ownership;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.Uid;

/**
 * Writes cards by hand down in the station's journal; the journal is held from before the first
 * page changes until the card was read back, so that no batch works beside it.
 */
public final class JournaledWrites implements WriteRecord {

  private final Path folder;
  private final InstantSource clock;
  private final RandomGenerator random;

  public JournaledWrites(Path folder, InstantSource clock, RandomGenerator random) {
    this.folder = folder;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Optional<Refusal> objection(Uid uid, Bytes message) {
    try (Journal journal = Journal.open(folder, clock, random)) {
      return switch (journal.standingOf(uid)) {
        case TagStanding.Free free -> begunByHand(journal.lastByHand(uid), message.sha256());
        case TagStanding.Begun(String owner, String label) ->
            Optional.of(owned(uid, label, "unfinished"));
        case TagStanding.Done(String owner, String label) ->
            Optional.of(owned(uid, label, "finished"));
        case TagStanding.Scrapped(String reason) ->
            Optional.of(StationRefusal.UID_SCRAPPED.with("uid", uid, "reason", reason));
      };
    }
  }

  @Override
  public Optional<Refusal> objection(Uid uid, TagPassword password) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Journal journal = Journal.open(folder, clock, random)) {
      return journal.hasRefused(uid, password)
          ? Optional.of(StationRefusal.PASSWORD_REFUSED_BEFORE.with("uid", uid))
          : Optional.empty();
    }
  }

  @Override
  public void refused(Uid uid, TagPassword password) {
    try (Journal journal = Journal.open(folder, clock, random)) {
      journal.refusedPassword(uid, password);
    }
  }

  /** A journal that another process holds, or that there is none of, tells nothing. */
  @Override
  public Ownership ownershipOf(Uid uid, List<Bytes> ordered) {
    if (!Files.isDirectory(folder)) {
      return Ownership.UNKNOWN;
    }
    try (Journal journal = Journal.open(folder, clock, random)) {
      return switch (journal.standingOf(uid)) {
        case TagStanding.Free free -> ownership(journal.lastByHand(uid), ordered);
        case TagStanding.Done done -> ownership(journal.lastOf(uid), ordered);
        case TagStanding.Begun begun -> Ownership.ANOTHERS;
        case TagStanding.Scrapped scrapped -> Ownership.ANOTHERS;
      };
    } catch (StationFault.JournalInUse held) {
      return Ownership.UNKNOWN;
    }
  }

  /** A card that was read back equal is the order's when that was one of its messages. */
  private static Ownership ownership(Optional<JournalStep> last, List<Bytes> ordered) {
    Optional<String> made =
        last.filter(it -> it.kind() == Kind.VERIFIED || it.kind() == Kind.HAND_VERIFIED)
            .map(it -> String.valueOf(it.hash()));
    if (made.isEmpty()) {
      return Ownership.UNKNOWN;
    }
    boolean isTheOrders =
        ordered.isEmpty()
            || ordered.stream().anyMatch(it -> it.sha256().toHex().equals(made.get()));
    return isTheOrders ? Ownership.OURS : Ownership.ANOTHERS;
  }

  @Override
  public Entry begin(Uid uid, Bytes message) {
    Journal journal = Journal.open(folder, clock, random);
    journal.append(JournalStep.byHand(Kind.HAND_BEGUN, uid, message.sha256()));
    return new ByHand(journal, uid, message.sha256());
  }

  private static Refusal owned(Uid uid, String label, String state) {
    return StationRefusal.UID_OWNED.with("uid", uid, "owner", label, "state", state);
  }

  /** A card that was torn on its way to this message is finished by it, whatever it is now. */
  private static Optional<Refusal> begunByHand(Optional<JournalStep> last, Bytes hash) {
    return last.filter(step -> step.kind() != Kind.HAND_VERIFIED)
        .filter(step -> !hash.toHex().equals(step.hash()))
        .map(
            step ->
                StationRefusal.UID_BEGUN_BY_HAND.with(
                    "uid", String.valueOf(step.uid()), "seen", words(step.kind())));
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case HAND_PASSWORD -> "a password was about to be set";
      case HAND_PASSWORD_REMOVAL -> "its password was about to be taken away";
      case HAND_LOCK -> "it was about to be locked";
      case HAND_BEGUN -> "its message was about to be written";
      case BOUND,
          VERIFIED,
          TURNED_AWAY,
          REFUSED,
          SCRAPPED,
          REQUEUED,
          RELEASED,
          HAND_PASSWORD_REFUSED,
          HAND_VERIFIED ->
          throw new IllegalArgumentException(kind + " leaves nothing unfinished by hand");
    };
  }

  /** One card that a command changes; the hash stays that of the message it is to hold. */
  private record ByHand(Journal journal, Uid uid, Bytes hash) implements Entry {

    @Override
    public void before(LastingStep step) {
      journal.append(JournalStep.byHand(kindOf(step), uid, hash));
    }

    @Override
    public void verified(EncodeOutcome.Verified outcome) {
      try (journal) {
        journal.append(JournalStep.byHand(Kind.HAND_VERIFIED, uid, outcome.message().sha256()));
      }
    }

    @Override
    public void close() {
      journal.close();
    }

    private static Kind kindOf(LastingStep step) {
      return switch (step) {
        case PASSWORD -> Kind.HAND_PASSWORD;
        case PASSWORD_REMOVAL -> Kind.HAND_PASSWORD_REMOVAL;
        case LOCK -> Kind.HAND_LOCK;
      };
    }
  }
}
