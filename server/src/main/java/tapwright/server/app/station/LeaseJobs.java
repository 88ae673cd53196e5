package tapwright.server.app.station;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Bytes;
import tapwright.core.card.CardLinks;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.JobSecrets;
import tapwright.core.wire.LeaseReply;
import tapwright.core.wire.WireContact;
import tapwright.server.app.Caller;
import tapwright.server.app.card.SellerLinks;
import tapwright.server.app.holder.ChipContent;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Protection;
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
  private final Seals seals;
  private final SellerLinks links;
  private final InstantSource clock;
  private final Duration lease;

  public LeaseJobs(
      Ledger ledger, Seals seals, CardLinks links, InstantSource clock, Duration lease) {
    this.ledger = ledger;
    this.seals = seals;
    this.links = new SellerLinks(links);
    this.clock = clock;
    this.lease = lease;
  }

  /**
   * Up to so many jobs, oldest first, that are the station's until their leases end. Their chips'
   * secrets go out with them, and in no other way.
   */
  public CompletableFuture<LeaseReply> lease(Caller station, Ability able, int max) {
    return ledger.write(station.seller(), records -> lease(records, station, able, max));
  }

  private LeaseReply lease(Records records, Caller station, Ability able, int max) {
    Instant now = clock.instant();
    Instant until = now.plus(lease);
    List<EncodeJob> jobs = new ArrayList<>();
    for (Job job : records.jobs().free(station.seller(), now, able, max)) {
      records.jobs().change(job.leasedTo(station.id(), until));
      EncodeJob encodeJob = encodeJob(records, job, until);
      records.jobs().order(job, messageHashes(encodeJob));
      jobs.add(encodeJob);
    }
    return new LeaseReply(jobs);
  }

  private static List<Bytes> messageHashes(EncodeJob job) {
    return new ChipContent(job.link(), Optional.ofNullable(job.contact()), job.linkCounting())
        .hashes();
  }

  private EncodeJob encodeJob(Records records, Job job, Instant until) {
    Card card = records.cards().byId(job.seller(), job.card()).orElseThrow();
    WireContact contact =
        records
            .contacts()
            .sealed(card.seller(), card.id())
            .map(bytes -> seals.contacts().open(bytes, card.seller(), card.id()))
            .orElse(null);
    CardLinks ours = links.of(records, card.seller());
    Optional<Protection> protection = records.protections().of(card.seller(), card.id());
    return new EncodeJob(
        job.id(),
        card.id().toString(),
        card.slug().value(),
        records.orders().byId(card.seller(), card.orderId()).orElseThrow().number(),
        ours.chipLink(card.slug()),
        ours.printLink(card.slug()),
        contact,
        card.counting() == LinkCounting.MIRROR,
        until,
        card.counting(),
        protection.map(Protection::lock).orElse(false),
        protection.flatMap(Protection::sealed).map(bytes -> secrets(bytes, card)).orElse(null));
  }

  private JobSecrets secrets(Bytes closed, Card card) {
    return seals.secrets().open(closed, card.seller(), card.id());
  }
}
