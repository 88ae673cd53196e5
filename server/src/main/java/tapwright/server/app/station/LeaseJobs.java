package tapwright.server.app.station;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Refusal;
import tapwright.core.card.CardLinks;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.LeaseReply;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Seals;
import tapwright.server.record.station.Ability;
import tapwright.server.record.station.Job;

/**
 * Gives encode jobs to a station for a while, so that it can work when it cannot reach us.
 *
 * <p>A lease that has run out needs no clearing up: its job counts as waiting from then on.
 */
public final class LeaseJobs {

  private final Ledger ledger;
  private final StationContent content;
  private final InstantSource clock;
  private final Terms terms;

  public LeaseJobs(Ledger ledger, Seals seals, CardLinks links, InstantSource clock, Terms terms) {
    this.ledger = ledger;
    this.content = new StationContent(seals, links);
    this.clock = clock;
    this.terms = terms;
  }

  /**
   * How stations have jobs.
   *
   * @param lease for how long
   * @param most how many a station has at once, so that a stolen one cannot take all there are
   */
  public record Terms(Duration lease, int most) {

    public Terms {
      if (most < 1) {
        throw new IllegalArgumentException("most is " + most + ", allowed is 1 or more");
      }
    }
  }

  /**
   * Up to so many jobs, oldest first, that are the station's until their leases end. Their chips'
   * secrets go out with them, and in no other way. Refused to who has all that a station may have.
   */
  public CompletableFuture<Answer<LeaseReply>> lease(Caller station, Ability able, int max) {
    return ledger.write(
        station.seller(),
        records -> {
          long open = open(records, station);
          return open < terms.most()
              ? Answer.done(
                  lease(
                      records, station, able, Math.min(max, Math.toIntExact(terms.most() - open))))
              : Answer.refused(full(station, open));
        });
  }

  private long open(Records records, Caller station) {
    return records
        .jobs()
        .leasesByStation(station.seller(), clock.instant())
        .getOrDefault(station.id(), 0L);
  }

  private Refusal full(Caller station, long open) {
    return AppRefusal.LEASES_OPEN.with(
        "station", station.name(), "seen", open, "allowed", terms.most());
  }

  private LeaseReply lease(Records records, Caller station, Ability able, int max) {
    Instant now = clock.instant();
    Instant until = now.plus(terms.lease());
    List<EncodeJob> jobs = new ArrayList<>();
    for (Job job : records.jobs().free(station.seller(), now, able, max)) {
      records.jobs().change(job.leasedTo(station.id(), until));
      Card card = records.cards().byId(job.seller(), job.card()).orElseThrow();
      jobs.add(content.tell(records, card, new StationContent.Terms(job.id(), until, true)));
    }
    return new LeaseReply(jobs);
  }
}
