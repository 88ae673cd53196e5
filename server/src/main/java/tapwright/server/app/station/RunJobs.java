package tapwright.server.app.station;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.list.Page;
import tapwright.server.record.station.Job;
import tapwright.server.record.station.JobState;
import tapwright.server.record.station.StoredStationEvent;

/** What staff see of encode jobs and do about those that are stopped. */
public final class RunJobs {

  private final Ledger ledger;

  public RunJobs(Ledger ledger) {
    this.ledger = ledger;
  }

  public CompletableFuture<List<Job>> list(SellerId seller, Optional<JobState> state, Page page) {
    return ledger.read(seller, records -> records.jobs().list(seller, state, page));
  }

  /** Puts a stopped job back into the queue. */
  public CompletableFuture<Answer<Job>> requeue(Caller caller, String jobId) {
    return ledger.write(
        caller.seller(),
        records ->
            records
                .jobs()
                .byId(caller.seller(), jobId)
                .map(job -> requeue(records, job))
                .orElseGet(
                    () -> Answer.refused(AppRefusal.JOB_UNKNOWN.with("job", Shown.of(jobId)))));
  }

  private static Answer<Job> requeue(Records records, Job job) {
    if (job.state() != JobState.STOPPED) {
      return Answer.refused(
          AppRefusal.JOB_NOT_STOPPED.with("state", job.state().name().toLowerCase(Locale.ROOT)));
    }
    Job queued = job.in(JobState.QUEUED);
    records.jobs().change(queued);
    return Answer.done(queued);
  }

  /** What stations reported that could not be true, newest first. */
  public CompletableFuture<List<StoredStationEvent>> refusedEvents(SellerId seller, Page page) {
    return ledger.read(seller, records -> records.stationEvents().refused(seller, page));
  }
}
