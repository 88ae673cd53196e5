package tapwright.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardId;
import tapwright.core.notice.MailLanguage;
import tapwright.core.wire.EventsRequest;
import tapwright.core.wire.LeaseRequest;
import tapwright.core.wire.StationEvent;
import tapwright.server.app.access.RunSeller;
import tapwright.server.app.access.SellerSettings;
import tapwright.server.app.station.LeaseJobs;
import tapwright.server.app.station.RunJobs;
import tapwright.server.app.station.TakeStationEvents;
import tapwright.server.record.list.Page;
import tapwright.server.record.list.Place;
import tapwright.server.record.seller.Activation;
import tapwright.server.record.station.Ability;
import tapwright.server.record.station.Job;
import tapwright.server.record.station.JobState;
import tapwright.server.record.station.StoredStationEvent;

/** The work at stations: what they fetch, what they report, and what staff see of it. */
final class WorkRoutes {

  private static final int OK = 200;

  private final LeaseJobs leaseJobs;
  private final TakeStationEvents takeEvents;
  private final RunJobs runJobs;
  private final RunSeller runSeller;

  WorkRoutes(
      LeaseJobs leaseJobs, TakeStationEvents takeEvents, RunJobs runJobs, RunSeller runSeller) {
    this.leaseJobs = leaseJobs;
    this.takeEvents = takeEvents;
    this.runJobs = runJobs;
    this.runSeller = runSeller;
  }

  CompletableFuture<Reply> lease(Request request) {
    return lease(request, Ability.OPEN_CHIPS);
  }

  CompletableFuture<Reply> leaseProtected(Request request) {
    return lease(request, Ability.ALL_CHIPS);
  }

  private CompletableFuture<Reply> lease(Request request, Ability able) {
    int max = request.bodyAs(LeaseRequest.class).max();
    return leaseJobs
        .lease(request.caller(), able, max)
        .thenApply(answer -> Reply.of(OK, answer, reply -> reply));
  }

  CompletableFuture<Reply> report(Request request) {
    EventsRequest events = request.bodyAs(EventsRequest.class);
    return takeEvents.take(request.caller(), events).thenApply(Reply::ok);
  }

  CompletableFuture<Reply> jobs(Request request) {
    Page page = Cursor.page(request);
    return runJobs
        .list(
            request.caller().seller(),
            request.query("state").map(word -> CardJson.read(JobState.class, word)),
            page)
        .thenApply(jobs -> Reply.ok(JobList.of(jobs, page)));
  }

  CompletableFuture<Reply> requeue(Request request) {
    return runJobs
        .requeue(request.caller(), request.path("jobId"))
        .thenApply(answer -> Reply.of(200, answer, JobJson::of));
  }

  CompletableFuture<Reply> refusedEvents(Request request) {
    Page page = Cursor.page(request);
    return runJobs
        .refusedEvents(request.caller().seller(), page)
        .thenApply(events -> Reply.ok(EventList.of(events, page)));
  }

  CompletableFuture<Reply> settings(Request request) {
    return runSeller.settings(request.caller()).thenApply(WorkRoutes::settings);
  }

  CompletableFuture<Reply> putSettings(Request request) {
    SettingsRequest wanted = request.bodyAs(SettingsRequest.class);
    return runSeller
        .change(
            request.caller(),
            new RunSeller.Wanted(
                CardJson.read(Activation.class, wanted.activation()),
                Optional.ofNullable(wanted.chipMasterKey()),
                Optional.ofNullable(wanted.sharePage()),
                Optional.ofNullable(wanted.language()).flatMap(MailLanguage::of)))
        .thenApply(answer -> Reply.of(OK, answer, SettingsJson::of));
  }

  private static Reply settings(SellerSettings settings) {
    return Reply.ok(SettingsJson.of(settings));
  }

  /** Jobs, and where the next ones begin. */
  record JobList(List<JobJson> jobs, @Nullable String next) {

    static JobList of(List<Job> jobs, Page page) {
      return new JobList(
          jobs.stream().map(JobJson::of).toList(),
          Cursor.next(page, jobs, job -> new Place(job.createdAt(), job.id())));
    }
  }

  /** A job as the API shows it. */
  record JobJson(
      String jobId,
      String cardId,
      String state,
      @Nullable Instant leasedUntil,
      StationEvent.@Nullable Problem problem,
      Instant createdAt) {

    static JobJson of(Job job) {
      return new JobJson(
          job.id(),
          job.card().toString(),
          CardJson.word(job.state()),
          job.leasedUntil().orElse(null),
          job.problem().orElse(null),
          job.createdAt());
    }
  }

  /** Station events that were refused, and where the next ones begin. */
  record EventList(List<EventJson> events, @Nullable String next) {

    static EventList of(List<StoredStationEvent> events, Page page) {
      return new EventList(
          events.stream().map(EventJson::of).toList(),
          Cursor.next(page, events, StoredStationEvent::place));
    }
  }

  /** Such an event as the API shows it. */
  record EventJson(
      String station,
      StationEvent event,
      @Nullable String cardId,
      StationEvent.@Nullable Problem problem,
      Instant recordedAt) {

    static EventJson of(StoredStationEvent stored) {
      return new EventJson(
          stored.station(),
          stored.event(),
          stored.card().map(CardId::toString).orElse(null),
          stored.result().problem(),
          stored.recordedAt());
    }
  }

  /** What a seller sets; the key is never shown again. */
  record SettingsRequest(
      String activation,
      @Nullable String chipMasterKey,
      @Nullable Boolean sharePage,
      @Nullable String language) {

    @Override
    public String toString() {
      return "settings with activation " + activation;
    }
  }

  /** A seller's settings. */
  record SettingsJson(
      String activation, boolean derivesChipKeys, boolean sharePage, String language) {

    static SettingsJson of(SellerSettings settings) {
      return new SettingsJson(
          CardJson.word(settings.activation()),
          settings.derivesKeys(),
          settings.sharePage(),
          settings.language().tag());
    }
  }
}
