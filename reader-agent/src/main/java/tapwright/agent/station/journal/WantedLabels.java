package tapwright.agent.station.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.agent.print.job.LabelKey;
import tapwright.agent.print.job.LabelOrder;
import tapwright.agent.print.job.LabelStanding;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;

/**
 * Labels that cards get once they are made, on disk before the card is begun: whatever ends the
 * run, it is known afterwards which of the cards that were made had none.
 */
public final class WantedLabels {

  private static final String WANT = "select seq, owner, name, link, template, copy from want ";

  private final Sql sql;
  private final ContentSeal seal;
  private final LabelJournal journal;

  WantedLabels(Sql sql, ContentSeal seal, LabelJournal journal) {
    this.sql = sql;
    this.seal = seal;
    this.journal = journal;
  }

  /**
   * A label of a card.
   *
   * @param owner the key of the card's row or job
   * @param order what is printed for it
   */
  public record Wanted(String owner, LabelOrder order) {}

  /** Writes down that the card gets the label; the newest words for one card count. */
  public void add(Wanted wanted) {
    synchronized (journal) {
      sql.atOnce("writing a label that is wanted", () -> insert(wanted));
    }
  }

  /** Which copy a card's label is, of those that lead to the same place: 1 where it is alone. */
  public int copyOf(String owner, String link, String template) {
    synchronized (journal) {
      return 1
          + sql.rows(
                  "counting labels of one link",
                  "select count(distinct owner) from want where link = ?1 and template = ?2"
                      + " and owner <> ?3 and seq < coalesce((select min(seq) from want mine"
                      + " where mine.owner = ?3 and mine.template = ?2), 9223372036854775807)",
                  results -> results.getInt(1),
                  link,
                  template,
                  owner)
              .getFirst();
    }
  }

  /** Those of a template that have not been printed, in the order in which cards were begun. */
  public List<Wanted> unprinted(String template) {
    synchronized (journal) {
      return sql
          .rows(
              "listing labels",
              WANT
                  + "where template = ? and seq = (select max(seq) from want newer"
                  + " where newer.owner = want.owner and newer.template = want.template)"
                  + " order by seq",
              Want::of,
              template)
          .stream()
          .filter(want -> !(journal.standingOf(want.key) instanceof LabelStanding.Printed))
          .map(this::withContent)
          .toList();
    }
  }

  /**
   * The newest label whose link ends in the card's number, or is the link; empty once what it says
   * was {@link Pruning pruned}.
   */
  public Optional<LabelOrder> find(String card) {
    if (card.isBlank()) {
      return Optional.empty();
    }
    synchronized (journal) {
      return sql
          .rows(
              "looking for a card's label",
              WANT
                  + "where link = ?1 or upper(link) like '%/' || upper(?2) order by seq desc limit 1",
              Want::of,
              card,
              card.replaceAll("[%_]", "-"))
          .stream()
          .filter(want -> !want.name.isEmpty())
          .map(this::withContent)
          .map(Wanted::order)
          .findFirst();
    }
  }

  private void insert(Wanted wanted) {
    String doing = "writing a label that is wanted";
    LabelOrder order = wanted.order;
    LabelKey key = order.key();
    sql.run(
        doing,
        "insert into want (owner, name, link, template, copy) values (?, ?, ?, ?, ?)",
        wanted.owner,
        seal.stored(order.label(), wanted.owner),
        key.link(),
        key.template(),
        key.copy());
    long seq =
        sql.rows(doing, "select max(seq) from want", results -> results.getLong(1)).getFirst();
    order
        .content()
        .values()
        .forEach(
            (field, value) ->
                sql.run(
                    doing,
                    "insert into field values (?, ?, ?)",
                    seq,
                    field.name(),
                    seal.stored(value, String.valueOf(seq))));
  }

  private Wanted withContent(Want want) {
    Map<LabelField, String> values = new EnumMap<>(LabelField.class);
    sql.rows(
            "reading a label",
            "select name, value from field where want = ?",
            results ->
                Map.entry(
                    LabelField.valueOf(results.getString(1)),
                    seal.opened(results.getString(2), String.valueOf(want.seq))),
            want.seq)
        .forEach(field -> values.put(field.getKey(), field.getValue()));
    return new Wanted(
        want.owner,
        new LabelOrder(
            want.key, seal.opened(want.name, want.owner), new LabelContent(values, null)));
  }

  /** A line without what the label says. */
  private record Want(long seq, String owner, String name, LabelKey key) {

    static Want of(ResultSet row) throws SQLException {
      return new Want(
          row.getLong(1),
          row.getString(2),
          row.getString(3),
          new LabelKey(row.getString(4), row.getString(5), row.getInt(6)));
    }
  }
}
