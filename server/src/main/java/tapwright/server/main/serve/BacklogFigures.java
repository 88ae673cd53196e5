package tapwright.server.main.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;
import tapwright.server.app.RecordOutage;
import tapwright.server.main.installation.Installation;
import tapwright.server.metrics.NowMetrics;
import tapwright.server.record.watch.Backlog;

/** What waits on the record, as figures: read now and then, so that who asks never waits for it. */
final class BacklogFigures {

  /** A figure is no older than this and a read, unless the record is away. */
  private static final Duration EVERY = Duration.ofSeconds(5);

  private static final Backlog NOTHING =
      new Backlog(0, 0, 0, 0, 0, Optional.empty(), 0, Backlog.Messages.NONE);

  private final Installation installation;
  private final RecordOutage outage;
  private volatile Backlog last = NOTHING;
  private volatile Optional<Instant> readAt = Optional.empty();

  private BacklogFigures(Installation installation, RecordOutage outage) {
    this.installation = installation;
    this.outage = outage;
  }

  /** The figures, added to those that are shown. */
  static BacklogFigures added(NowMetrics now, Installation installation, RecordOutage outage) {
    BacklogFigures figures = new BacklogFigures(installation, outage);
    figures.addTo(now);
    return figures;
  }

  private void addTo(NowMetrics now) {
    now.add(
        "tapwright_record_away_seconds",
        "For how long the record is away by now; 0 where it is there.",
        () -> outage.length().toSeconds());
    now.add(
        "tapwright_backlog_age_seconds",
        "How old the figures are that are read from the record.",
        () -> age(readAt));
    add(now, "tapwright_jobs_queued", "Cards that no station has yet.", Backlog::queuedJobs);
    add(now, "tapwright_leases_open", "Cards that a station has.", Backlog::openLeases);
    add(
        now,
        "tapwright_leases_lapsed",
        "Cards that a station has had for longer than it may.",
        Backlog::lapsedLeases);
    add(now, "tapwright_jobs_stopped", "Cards that a person has to look at.", Backlog::stoppedJobs);
    add(
        now,
        "tapwright_deadlines_overdue",
        "Deadlines that somebody should have been told of by now.",
        Backlog::overdueNotices);
    now.add(
        "tapwright_duty_lag_seconds",
        "For how long the first of these deadlines has been waiting.",
        () -> age(last.oldestNotice()));
    add(
        now,
        "tapwright_events_unplaced",
        "Events that wait for their places in the row.",
        Backlog::unplacedEvents);
    addMessages(now);
  }

  private void addMessages(NowMetrics now) {
    add(
        now,
        "tapwright_deliveries_dead",
        "Messages to shops that are tried no more.",
        backlog -> backlog.messages().deadDeliveries());
    add(
        now,
        "tapwright_mails_dead",
        "Mails to customers that were not sent and are tried no more.",
        backlog -> backlog.messages().deadMails());
    add(
        now,
        "tapwright_mails_unknown",
        "Mails to customers of which nobody knows whether they were sent.",
        backlog -> backlog.messages().unknownMails());
    now.add(
        "tapwright_delivery_oldest_seconds",
        "How long ago the first message was made that waits for a shop.",
        () -> age(last.messages().oldestDelivery()));
    now.add(
        "tapwright_mail_oldest_seconds",
        "How long ago the first mail was made that waits to be sent.",
        () -> age(last.messages().oldestMail()));
  }

  private double age(Optional<Instant> since) {
    return HitPathFigures.seconds(since, installation.clock().instant());
  }

  private void add(NowMetrics now, String name, String help, ToDoubleFunction<Backlog> figure) {
    now.add(name, help, () -> figure.applyAsDouble(last));
  }

  /** Begins to read them. */
  Rounds start() {
    return Rounds.start(
        "figures", Duration.ZERO, new RecordRound("figures", EVERY, this::read, outage));
  }

  private CompletableFuture<Duration> read() {
    Instant now = installation.clock().instant();
    return installation
        .store()
        .readAcrossSellers(records -> records.figures().backlog(now))
        .thenApply(
            backlog -> {
              last = backlog;
              readAt = Optional.of(now);
              return EVERY;
            });
  }
}
