package tapwright.agent.station.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.LastingStep;
import tapwright.agent.encode.TagContent;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.station.StationFault;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.journal.JournalStep.Kind;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.Uid;
import tapwright.core.tag.inspect.Origin;

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
        case TagStanding.Free free -> begunByHand(journal.lastByHand(uid), hash(uid, message));
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
  public Origin originOf(Uid uid, List<Bytes> ordered) {
    if (!Files.isDirectory(folder)) {
      return Origin.UNKNOWN;
    }
    try (Journal journal = Journal.open(folder, clock, random)) {
      return new CardPast(journal.standingOf(uid), journal.pastOf(uid)).origin(ordered);
    } catch (StationFault.JournalInUse held) {
      return Origin.UNKNOWN;
    }
  }

  /** A journal that another process holds, or that there is none of, tells nothing. */
  @Override
  public Optional<String> unfinished(Uid uid) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Journal journal = Journal.open(folder, clock, random)) {
      return switch (journal.standingOf(uid)) {
        case TagStanding.Begun(String owner, String label) ->
            Optional.of("it is " + label + "'s; run what it belongs to and lay it there");
        case TagStanding.Free free ->
            journal
                .lastByHand(uid)
                .filter(last -> last.kind() != Kind.HAND_VERIFIED)
                .map(last -> words(last.kind()) + "; write it again");
        case TagStanding.Done done -> Optional.empty();
        case TagStanding.Scrapped scrapped -> Optional.empty();
      };
    } catch (StationFault.JournalInUse held) {
      return Optional.empty();
    }
  }

  /** One that was emptied holds nothing that could be lost. */
  @Override
  public Optional<Instant> finishedByHand(Uid uid, Bytes message) {
    Set<String> harmless = Set.of(hash(uid, message).toHex(), hash(uid, Bytes.EMPTY).toHex());
    try (Journal journal = Journal.open(folder, clock, random)) {
      return journal
          .lastByHand(uid)
          .filter(last -> last.kind() == Kind.HAND_VERIFIED)
          .filter(last -> !harmless.contains(String.valueOf(last.hash())))
          .flatMap(last -> journal.timeOfLastByHand(uid));
    }
  }

  @Override
  public Entry begin(Uid uid, Bytes message) {
    Journal journal = Journal.open(folder, clock, random);
    Bytes hash = hash(uid, message);
    journal.append(JournalStep.byHand(Kind.HAND_BEGUN, uid, hash));
    return new ByHand(journal, uid, hash);
  }

  /** Of the message as it was written: what a chip fills in by itself is another at each read. */
  private static Bytes hash(Uid uid, Bytes message) {
    return new TagContent(uid, message).asStored().sha256();
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
      case HAND_TEST -> "its memory was being tested by writing, which empties it";
      case HAND_LOCK -> "it was about to be locked";
      case HAND_BEGUN -> "its message was about to be written";
      case BOUND,
          REBOUND,
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
        journal.append(
            JournalStep.byHand(
                Kind.HAND_VERIFIED, uid, JournaledWrites.hash(uid, outcome.message())));
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
        case WRITE_TEST -> Kind.HAND_TEST;
        case LOCK -> Kind.HAND_LOCK;
      };
    }
  }
}
