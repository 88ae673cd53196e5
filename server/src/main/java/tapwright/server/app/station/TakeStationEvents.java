package tapwright.server.app.station;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.CardLinks;
import tapwright.core.tag.Uid;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.EventsRequest;
import tapwright.core.wire.StationEvent;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.Shown;
import tapwright.server.app.card.MoveCard;
import tapwright.server.app.card.SellerLinks;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Chip;
import tapwright.server.record.seller.Activation;
import tapwright.server.record.seller.Seller;
import tapwright.server.record.station.Job;
import tapwright.server.record.station.JobState;
import tapwright.server.record.station.Rewrite;
import tapwright.server.record.station.StoredStationEvent;

/**
 * Takes what happened at a station, each event once.
 *
 * <p>An event that cannot be true is stored and reported all the same, and the card is left as it
 * was: of two stations that made one card, or of two cards with one chip, the first event by our
 * order wins.
 */
public final class TakeStationEvents {

  private static final Logger LOG = LoggerFactory.getLogger(TakeStationEvents.class);

  /** The only run of its counter that a chip without keys has. */
  private static final int FIRST_KEY_VERSION = 1;

  private static final int NOT_COUNTING = -1;

  private final Ledger ledger;
  private final SellerLinks links;
  private final TakeRewrites rewrites;
  private final InstantSource clock;

  public TakeStationEvents(Ledger ledger, CardLinks links, InstantSource clock) {
    this.ledger = ledger;
    this.links = new SellerLinks(links);
    this.rewrites = new TakeRewrites(this.links);
    this.clock = clock;
  }

  /** What became of each event, in the order sent; all are stored when this is done. */
  public CompletableFuture<EventsReply> take(Caller station, EventsRequest request) {
    return ledger.write(station.seller(), records -> takeAll(records, station, request));
  }

  private EventsReply takeAll(Records records, Caller station, EventsRequest request) {
    List<EventsReply.Result> results = new ArrayList<>();
    for (StationEvent event : request.events()) {
      results.add(take(records, station, event));
    }
    return new EventsReply(results);
  }

  private EventsReply.Result take(Records records, Caller station, StationEvent event) {
    Optional<EventsReply.Result> before =
        records.stationEvents().result(station.seller(), station.id(), event.eventId());
    if (before.isPresent()) {
      return before.get().status() == EventsReply.Status.REFUSED
          ? before.get()
          : new EventsReply.Result(event.eventId(), EventsReply.Status.KNOWN, null);
    }
    Instant now = clock.instant();
    Optional<Job> job = records.jobs().byId(station.seller(), event.jobId());
    Optional<Rewrite> rewrite = TakeRewrites.find(records, station, event.jobId());
    Optional<Refusal> refusal = happen(records, station, new Sent(event, job, rewrite, now));
    EventsReply.Result result = result(event, refusal);
    records
        .stationEvents()
        .add(
            new StoredStationEvent(
                station.id(),
                station.seller(),
                withoutMessage(event),
                messageHash(event),
                job.map(Job::card).or(() -> rewrite.map(Rewrite::card)),
                result,
                now));
    refusal.ifPresent(
        why -> LOG.warn("station {}: event {} refused, {}", station.name(), event.eventId(), why));
    return result;
  }

  /** An event with the job or the rewrite that it speaks of, and when we learnt of it. */
  private record Sent(
      StationEvent event, Optional<Job> job, Optional<Rewrite> rewrite, Instant now) {}

  private Optional<Refusal> happen(Records records, Caller station, Sent sent) {
    StationEvent event = sent.event();
    if (sent.job().isPresent()) {
      return happen(records, station, new Report(event, sent.job().get(), sent.now()));
    }
    return sent.rewrite().isPresent()
        ? rewrites.take(records, station, event, sent.rewrite().get(), sent.now())
        : Optional.of(AppRefusal.JOB_UNKNOWN.with("job", Shown.of(event.jobId())));
  }

  /** The event as it may be stored: its message holds the contact. */
  private static StationEvent withoutMessage(StationEvent event) {
    StationEvent.Encoded sent = event.encoded();
    return sent == null
        ? event
        : new StationEvent(
            event.eventId(),
            event.jobId(),
            event.at(),
            event.kind(),
            new StationEvent.Encoded(
                sent.uid(),
                sent.model(),
                "",
                sent.counterBaseline(),
                sent.exchanges(),
                sent.finished()),
            event.problem());
  }

  private static Optional<Bytes> messageHash(StationEvent event) {
    return Optional.ofNullable(event.encoded())
        .map(encoded -> Bytes.ofHex(encoded.message()).sha256());
  }

  private static EventsReply.Result result(StationEvent event, Optional<Refusal> refusal) {
    return refusal
        .map(
            why ->
                new EventsReply.Result(
                    event.eventId(),
                    EventsReply.Status.REFUSED,
                    new StationEvent.Problem(why.code().code(), why.message())))
        .orElseGet(() -> new EventsReply.Result(event.eventId(), EventsReply.Status.TAKEN, null));
  }

  private Optional<Refusal> happen(Records records, Caller station, Report report) {
    StationEvent event = report.event();
    return switch (event.kind()) {
      case VERIFIED ->
          event.encoded() == null
              ? incomplete(event, "no encoded", "encoded")
              : verified(records, station, report, event.encoded());
      case REFUSED ->
          event.problem() == null
              ? incomplete(event, "no problem", "problem")
              : stopped(records, station, report, event.problem());
      case RELEASED -> released(records, station, report);
    };
  }

  /**
   * What was made is taken however late it is told, since the chip exists. What differs from the
   * order shows no such chip, so it stops the job, and is told what was ordered, only where the job
   * is the station's: the message alone shows that its sender was ever given it.
   */
  private Optional<Refusal> verified(
      Records records, Caller station, Report report, StationEvent.Encoded encoded) {
    Card card = records.cards().byId(station.seller(), report.job().card()).orElseThrow();
    Chip chip = chip(encoded, nextRun(card));
    Set<StationEvent.Finished> ordered = orderedSteps(records, card);
    if (isMade(card, ordered)) {
      return Optional.of(madeAlready(card));
    }
    boolean matches = records.jobs().ordered(card.seller(), card.id(), chip.messageHash());
    if (!matches && !holds(station, report.job())) {
      return Optional.of(AppRefusal.JOB_NOT_LEASED.with("job", report.job().id()));
    }
    Optional<CardId> live = records.cards().liveWith(chip.uid());
    if (live.isPresent() && !live.get().equals(card.id())) {
      Refusal refusal = uidLive(records, station, chip.uid(), live.get());
      stop(records, report.job(), refusal);
      return Optional.of(refusal);
    }
    Card read = card.madeOf(Optional.of(chip), matches);
    Optional<Refusal> lack =
        matches
            ? lack(chip.finished(), ordered)
            : Optional.of(
                ReadBack.differs(
                    links.of(records, card.seller()), card, Bytes.ofHex(encoded.message())));
    return lack.isEmpty()
        ? made(records, station, report, read)
        : notAsOrdered(records, report, read, new Lack(lack.get(), by(station, report)));
  }

  /** Of another seller's card a station learns that there is one, and no more. */
  private static Refusal uidLive(Records records, Caller station, Uid uid, CardId live) {
    boolean ours = records.cards().byId(station.seller(), live).isPresent();
    return AppRefusal.UID_LIVE.with(
        "uid", uid, "card", ours ? "card " + live : "another seller's card");
  }

  /**
   * Each chip that a station reads back for a card begins a run of its own: it counts from
   * elsewhere than the one before it, and what was counted there says nothing of its reads.
   */
  private static int nextRun(Card card) {
    return card.chip().map(before -> before.keyVersion() + 1).orElse(FIRST_KEY_VERSION);
  }

  private static Chip chip(StationEvent.Encoded encoded, int keyVersion) {
    return new Chip(
        Uid.ofHex(encoded.uid()),
        encoded.model(),
        encoded.counterBaseline() == null ? NOT_COUNTING : encoded.counterBaseline(),
        keyVersion,
        Bytes.ofHex(encoded.message()).sha256(),
        Set.copyOf(encoded.steps()));
  }

  private static Set<StationEvent.Finished> orderedSteps(Records records, Card card) {
    return records
        .protections()
        .of(card.seller(), card.id())
        .map(protection -> protection.steps(card.counting()))
        .orElse(Set.of());
  }

  private static boolean isMade(Card card, Set<StationEvent.Finished> ordered) {
    return card.contentMatchesOrder().orElse(false)
        && card.chip().filter(chip -> chip.finished().containsAll(ordered)).isPresent();
  }

  /** A chip that anybody can write over, or whose link proves nothing, is not what was ordered. */
  static Optional<Refusal> lack(
      Set<StationEvent.Finished> seen, Set<StationEvent.Finished> ordered) {
    return seen.containsAll(ordered)
        ? Optional.empty()
        : Optional.of(
            AppRefusal.PROTECTION_DIFFERS.with("seen", inWords(seen), "ordered", inWords(ordered)));
  }

  private static String inWords(Set<StationEvent.Finished> steps) {
    return steps.isEmpty()
        ? "none"
        : steps.stream()
            .sorted()
            .map(step -> step.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" and "));
  }

  private Optional<Refusal> made(Records records, Caller station, Report report, Card card) {
    Answer<Card> moved = MoveCard.move(records, card, CardEvent.Step.VERIFIED, by(station, report));
    if (moved instanceof Answer.Refused<Card> refused) {
      stop(records, report.job(), refused.refusal());
      return Optional.of(refused.refusal());
    }
    records.cards().bind(card.chip().orElseThrow().uid(), card.id(), card.seller());
    records.jobs().change(report.job().in(JobState.DONE));
    Card now = marked(records, ((Answer.Done<Card>) moved).value(), by(station, report));
    activateAtStation(records, station, report, now);
    return Optional.empty();
  }

  /** The contact may have become another while the station had the job. */
  private static Card marked(Records records, Card made, MoveCard.Circumstance circumstance) {
    Bytes holds = made.chip().orElseThrow().messageHash();
    return !records.jobs().orderedNow(made.seller(), made.id(), holds)
            && MoveCard.move(records, made, CardEvent.Step.CONTENT_OUTDATED, circumstance)
                instanceof Answer.Done<Card>(Card stale)
        ? stale
        : made;
  }

  /** Where the seller's cards come into use at the station, they are given out there as well. */
  private void activateAtStation(Records records, Caller station, Report report, Card card) {
    Seller seller = records.sellers().find(card.seller()).orElseThrow();
    if (seller.activation() != Activation.STATION || card.status().suspended()) {
      return;
    }
    if (MoveCard.move(records, card, CardEvent.Step.ISSUED, by(station, report))
        instanceof Answer.Done<Card> issued) {
      MoveCard.move(records, issued.value(), CardEvent.Step.ACTIVATED, by(station, report));
    }
  }

  private static Optional<Refusal> notAsOrdered(
      Records records, Report report, Card card, Lack lack) {
    MoveCard.move(records, card, CardEvent.Step.ENCODED, lack.circumstance());
    stop(records, report.job(), lack.refusal());
    return Optional.of(lack.refusal());
  }

  private Optional<Refusal> stopped(
      Records records, Caller station, Report report, StationEvent.Problem problem) {
    if (report.job().state() != JobState.DONE && holds(station, report.job())) {
      records.jobs().change(report.job().stoppedFor(problem));
    }
    return Optional.empty();
  }

  private Optional<Refusal> released(Records records, Caller station, Report report) {
    if (report.job().state() == JobState.LEASED && holds(station, report.job())) {
      records.jobs().change(report.job().in(JobState.QUEUED));
    }
    return Optional.empty();
  }

  /** A station whose lease went to another one no longer speaks for the job. */
  private static boolean holds(Caller station, Job job) {
    return job.leasedTo().equals(Optional.of(station.id()));
  }

  private static void stop(Records records, Job job, Refusal refusal) {
    if (job.state() != JobState.DONE) {
      records
          .jobs()
          .change(
              job.stoppedFor(new StationEvent.Problem(refusal.code().code(), refusal.message())));
    }
  }

  private static Refusal madeAlready(Card card) {
    return AppRefusal.CARD_MADE.with(
        "card", card.id(),
        "state", card.status().state().name().toLowerCase(Locale.ROOT),
        "uid", card.chip().orElseThrow().uid());
  }

  static Optional<Refusal> incomplete(StationEvent event, String seen, String allowed) {
    return Optional.of(
        AppRefusal.EVENT_INCOMPLETE.with("kind", event.kind(), "seen", seen, "allowed", allowed));
  }

  private static MoveCard.Circumstance by(Caller station, Report report) {
    return MoveCard.Circumstance.of(
        station, "job " + report.job().id(), report.event().at(), report.now());
  }

  /** An event, the job it speaks of, and when we learnt of it. */
  private record Report(StationEvent event, Job job, Instant now) {}

  /** What speaks against a chip that was made, and where that was seen. */
  private record Lack(Refusal refusal, MoveCard.Circumstance circumstance) {}
}
