package tapwright.server.store.table;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.wire.StationEvent;
import tapwright.server.record.list.Page;
import tapwright.server.record.station.Ability;
import tapwright.server.record.station.Job;
import tapwright.server.record.station.JobState;
import tapwright.server.record.station.Jobs;
import tapwright.server.store.sql.ListQuery;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/** {@link Jobs} in SQL. */
final class SqlJobs implements Jobs {

  private final Sql sql;

  SqlJobs(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Job job) {
    sql.updateOne(
        "INSERT INTO encode_job (job_id, seller, card_id, state, created_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        job.id(),
        job.seller().value(),
        job.card().value(),
        Words.of(job.state()),
        job.createdAt());
  }

  @Override
  public Optional<Job> byId(SellerId seller, String jobId) {
    return sql.one(
        "SELECT * FROM encode_job WHERE job_id = ? AND seller = ?",
        SqlJobs::read,
        jobId,
        seller.value());
  }

  @Override
  public Optional<Job> ofCard(SellerId seller, CardId card) {
    return sql.one(
        "SELECT * FROM encode_job WHERE card_id = ? AND seller = ?"
            + " ORDER BY created_at DESC LIMIT 1",
        SqlJobs::read,
        card.value(),
        seller.value());
  }

  @Override
  public List<Job> free(SellerId seller, Instant now, Ability able, int max) {
    return sql.list(
        "SELECT encode_job.* FROM encode_job JOIN card USING (card_id)"
            + " WHERE encode_job.seller = ?"
            + " AND (encode_job.state = 'queued'"
            + " OR encode_job.state = 'leased' AND leased_until <= ?)"
            + " AND (? OR card_id NOT IN (SELECT card_id FROM protection))"
            + " AND card.state IN ('blank', 'encoded') AND card.holds = ''"
            + " ORDER BY encode_job.created_at, card.placement_row, job_id LIMIT ?",
        SqlJobs::read,
        seller.value(),
        now,
        able == Ability.ALL_CHIPS,
        max);
  }

  @Override
  public List<Job> list(SellerId seller, Optional<JobState> state, Page page) {
    return new ListQuery("SELECT * FROM encode_job WHERE seller = ?", seller.value())
        .and("state = ?", state.map(Words::of))
        .oldestFirst("created_at", "job_id", page)
        .on(sql, SqlJobs::read);
  }

  @Override
  public void change(Job job) {
    sql.updateOne(
        "UPDATE encode_job SET state = ?, leased_to = ?, leased_until = ?, problem_code = ?,"
            + " problem_message = ? WHERE job_id = ? AND seller = ?",
        Words.of(job.state()),
        job.leasedTo().orElse(null),
        job.leasedUntil().orElse(null),
        job.problem().map(StationEvent.Problem::code).orElse(null),
        job.problem().map(StationEvent.Problem::message).orElse(null),
        job.id(),
        job.seller().value());
  }

  @Override
  public Map<String, Long> leasesByStation(SellerId seller, Instant now) {
    Map<String, Long> leases = new HashMap<>();
    sql.list(
            "SELECT leased_to, count(*) AS leases FROM encode_job"
                + " WHERE seller = ? AND state = 'leased' AND leased_until > ? GROUP BY leased_to",
            row -> Map.entry(row.text("leased_to"), row.number("leases")),
            seller.value(),
            now)
        .forEach(one -> leases.put(one.getKey(), one.getValue()));
    return leases;
  }

  @Override
  public int giveBack(SellerId seller, String station) {
    return sql.update(
        "UPDATE encode_job SET state = 'queued', leased_to = NULL, leased_until = NULL"
            + " WHERE seller = ? AND leased_to = ? AND state = 'leased'",
        seller.value(),
        station);
  }

  @Override
  public void order(SellerId seller, CardId card, Collection<Bytes> messageHashes) {
    for (Bytes hash : messageHashes) {
      sql.update(
          "INSERT INTO ordered_message (card_id, hash, seller, superseded) VALUES (?, ?, ?, ?)"
              + " ON CONFLICT (card_id, hash) DO UPDATE SET superseded = excluded.superseded",
          card.value(),
          hash,
          seller.value(),
          false);
    }
  }

  @Override
  public void supersede(SellerId seller, CardId card) {
    sql.update(
        "UPDATE ordered_message SET superseded = ? WHERE card_id = ? AND seller = ?",
        true,
        card.value(),
        seller.value());
  }

  @Override
  public boolean orderedNow(SellerId seller, CardId card, Bytes messageHash) {
    return sql.one(
            "SELECT 1 AS one FROM ordered_message WHERE card_id = ? AND hash = ? AND seller = ?"
                + " AND superseded = ?",
            row -> row.yes("one"),
            card.value(),
            messageHash,
            seller.value(),
            false)
        .isPresent();
  }

  @Override
  public boolean ordered(SellerId seller, CardId card, Bytes messageHash) {
    return sql.one(
            "SELECT 1 AS one FROM ordered_message WHERE card_id = ? AND hash = ? AND seller = ?",
            row -> row.yes("one"),
            card.value(),
            messageHash,
            seller.value())
        .isPresent();
  }

  private static Job read(Sql.Row row) throws SQLException {
    return new Job(
        row.text("job_id"),
        new SellerId(row.text("seller")),
        new CardId(row.number("card_id")),
        Words.read(JobState.class, row.text("state")),
        row.maybe("leased_to", station -> station.text("leased_to")),
        row.maybe("leased_until", until -> until.instant("leased_until")),
        row.maybe("problem_code", SqlJobs::problem),
        row.instant("created_at"));
  }

  private static StationEvent.Problem problem(Sql.Row row) throws SQLException {
    return new StationEvent.Problem(row.text("problem_code"), row.text("problem_message"));
  }
}
