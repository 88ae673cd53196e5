package tapwright.agent.station.job;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.station.StationFault;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.bench.Bench;
import tapwright.agent.station.bench.Claims;
import tapwright.agent.station.bench.Crew;
import tapwright.agent.station.bench.Shift;
import tapwright.agent.station.bench.Tally;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.server.BackOff;
import tapwright.agent.station.server.ServerAddress;
import tapwright.agent.station.server.ServerReply;
import tapwright.agent.station.server.StationClient;
import tapwright.agent.station.server.StationToken;
import tapwright.core.Checked;
import tapwright.core.tag.Uid;
import tapwright.core.wire.LeaseReply;

/**
 * Works a server's job queue on one reader or several.
 *
 * <p>Jobs and what happened to them are in the journal before the server or a card is touched, so
 * that it works on while the server is away, and ends by kill -9 without harm.
 */
public final class Station {

  /** How many jobs it has at hand, so that it can work while the server is away. */
  private static final int AT_HAND = 50;

  /** How often it asks for work when there was none. */
  private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

  /** A job that goes straight back, as one leased by a wrong clock, must not go in circles. */
  private static final Duration NOT_AT_ONCE = Duration.ofMillis(500);

  private final ServerAddress server;
  private final StationSettings settings;
  private final InstantSource clock;
  private final StationClient client;
  private final Tally tally;
  private final JobQueue jobs;
  private final List<Outbox> outboxes;
  private final Claims claims;
  private final List<Bench> benches;
  private final BackOff leases = new BackOff();
  private volatile @Nullable Instant awaySince;
  private volatile boolean queueEmpty;
  private volatile boolean stopping;

  public Station(
      HttpClient http,
      ServerAddress server,
      StationToken token,
      List<? extends EncodingReader> readers,
      Journal journal,
      StationSettings settings,
      StationListener listener) {
    this.server = server;
    this.settings = settings;
    this.clock = settings.clock();
    this.client = new StationClient(http, server, token);
    this.tally = new Tally(listener);
    this.jobs = new JobQueue(journal, server, clock, settings.eventIds(), tally);
    this.outboxes =
        Stream.of(server.source(), server.rewrites())
            .map(source -> new Outbox(journal, source, client, clock, tally))
            .toList();
    this.claims = new Claims(journal, jobs);
    Bench.Office office =
        new Bench.Office(jobs, claims, new ServerUidCheck(client, clock), tally, settings.waiter());
    this.benches = readers.stream().map(reader -> new Bench(reader, journal, office)).toList();
  }

  /**
   * Works until it is stopped or, when it drains, until all is done and told. Work is asked for
   * before anything is told, so that a wrong server or token shows before its answers count.
   *
   * @throws StationFault when the server does not let this station in
   */
  public StationSummary run() {
    Instant begun = clock.instant();
    new Crew(benches, new UntilStopped(), clock, settings.waiter()).work();
    outboxes.forEach(Outbox::sendDue);
    return summary(Duration.between(begun, clock.instant()));
  }

  /** Gives a card up that was begun here and is lost or broken: its job gets another one. */
  public Checked<Uid> giveUp(String field, Uid uid) {
    return claims.giveUp(field, uid);
  }

  /** Ends the run after the card that is being made; may be called from any thread. */
  public void stop() {
    stopping = true;
  }

  /** Looking at the next job also gives back and refuses those that no card can be made for. */
  private boolean hasWork() {
    return jobs.next().isPresent() || jobs.begun() > 0;
  }

  private void leaseDue() {
    Instant now = clock.instant();
    int wanted = AT_HAND - jobs.queued();
    if (!leases.isDue(now) || wanted < AT_HAND / 2) {
      return;
    }
    switch (client.lease(wanted)) {
      case ServerReply.Answer<LeaseReply>(LeaseReply reply) -> {
        jobs.take(reply.jobs());
        awaySince = null;
        queueEmpty = reply.jobs().isEmpty();
        leases.succeeded(now, queueEmpty ? ASK_AGAIN : NOT_AT_ONCE);
      }
      case ServerReply.Away<LeaseReply>(String why) -> {
        if (!leases.isFailing()) {
          tally.on(
              new StationNews.Notice(
                  server.base() + ": " + why + "; it is asked for work again and again"));
        }
        away(now);
        leases.failed(now);
      }
      case ServerReply.Rejected<LeaseReply>(int status, String problem) ->
          throw new StationFault.LeaseRefused(server.base(), status, problem);
    }
  }

  private void away(Instant now) {
    if (awaySince == null) {
      awaySince = now;
    }
  }

  /** Whether the server was away for as long as anything is waited for. */
  private boolean isAwayForGood() {
    Instant since = awaySince;
    return since != null && !clock.instant().isBefore(since.plus(settings.patience()));
  }

  /** Until it is stopped or, when it drains, until all is done and told, or the server is away. */
  private final class UntilStopped implements Shift {

    @Override
    public boolean goesOn(Instant lastCard) {
      if (stopping) {
        return false;
      }
      if (!settings.drain()) {
        return true;
      }
      if (hasWork()) {
        return clock.instant().isBefore(lastCard.plus(settings.patience()));
      }
      return (!queueEmpty || !outboxes.stream().allMatch(Outbox::isEmpty)) && !isAwayForGood();
    }

    /** With nothing at hand a station that drains only waits for its server. */
    @Override
    public boolean wantsCards() {
      return !settings.drain() || hasWork();
    }

    @Override
    public void between() {
      leaseDue();
      outboxes.forEach(Outbox::sendDue);
    }
  }

  private StationSummary summary(Duration time) {
    return new StationSummary(
        tally.verified(),
        tally.linkOnly(),
        jobs.queued() + jobs.begun(),
        outboxes.stream().mapToInt(Outbox::untold).sum(),
        awaySince != null,
        tally.causes(),
        time.toMillis(),
        jobs.sheetLabels());
  }
}
