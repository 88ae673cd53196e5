package tapwright.agent.station.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Takes people out of the journal once their cards are long made: names, contacts, messages. Whose
 * a card is, by the key of its row or job, stays for ever.
 */
final class Pruning {

  /** Longer than it takes until a batch is looked through and its sheet printed again. */
  static final Duration KEPT = Duration.ofDays(30);

  /**
   * Owners that are done with: made or given back long ago, with nothing left to tell. A row of a
   * file that was refused may be tried again and keeps what it is called; a job comes again whole.
   */
  private static final String DONE =
      """
      select owner from (
        select owner, kind, at, max(seq) from step where owner is not null group by owner)
      where at < ?1
        and (kind in ('VERIFIED', 'RELEASED')
          or kind = 'REFUSED' and (owner like 'job:%' or owner like 'rewrite:%'))
        and owner not in (
          select owner from event where event_id not in (select event_id from answer))
      """;

  private static final List<String> JOURNAL =
      List.of(
          "update item set label = '', content = ''"
              + " where (label <> '' or content <> '') and owner in ("
              + DONE
              + ")",
          "update answer set detail = '' where detail <> '' and event_id in"
              + " (select event_id from event where owner in ("
              + DONE
              + "))",
          "update event set body = '' where body <> '' and owner in (" + DONE + ")",
          "update step set detail = '' where detail <> '' and owner in (" + DONE + ")");

  /** Labels of cards that were printed long ago, in whatever job. */
  private static final String PRINTED =
      """
      select want.seq from want
        join label on label.link = want.link and label.template = want.template
          and label.copy = want.copy
        join job on job.name = label.job
      where job.at < ?1
        and (select kind from turn where turn.job = job.name order by seq desc limit 1)
          in ('PRINTED', 'HANDED_OVER')
      """;

  private static final List<String> LABELS =
      List.of(
          "update field set value = '' where value <> '' and want in (" + PRINTED + ")",
          "update want set name = '' where name <> '' and seq in (" + PRINTED + ")");

  private Pruning() {}

  static void journal(Sql sql, Instant now) {
    prune(sql, JOURNAL, now);
  }

  static void labels(Sql sql, Instant now) {
    prune(sql, LABELS, now);
  }

  private static void prune(Sql sql, List<String> statements, Instant now) {
    String doing = "taking people out of it";
    String before = now.minus(KEPT).toString();
    sql.atOnce(doing, () -> statements.forEach(one -> sql.run(doing, one, before)));
    JournalTables.emptyLog(sql);
  }
}
