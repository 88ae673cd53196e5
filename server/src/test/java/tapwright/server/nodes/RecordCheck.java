package tapwright.server.nodes;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares a record with what was sent and answered; in SQL that both engines understand. */
final class RecordCheck {

  private static final String HITS =
      """
      SELECT card.slug, hit.class, coalesce(hit.counter, -1) AS counter, count(*) AS hits
      FROM hit JOIN card USING (card_id) GROUP BY card.slug, hit.class, coalesce(hit.counter, -1)
      """;
  private static final String COUNTERS =
      """
      SELECT card.slug, baseline, last, seen, missed,
        (SELECT coalesce(sum(1 + hit.missed), 0) FROM hit
          WHERE hit.card_id = read_counter.card_id AND hit.class = 'tap') AS told
      FROM read_counter JOIN card USING (card_id)
      """;
  private static final String BLOCKS =
      "SELECT card.slug, block, bits FROM used_counter JOIN card USING (card_id)";
  private static final String USAGE =
      "SELECT card.slug, class, sum(hits) AS hits FROM usage_day JOIN card USING (card_id)"
          + " GROUP BY card.slug, class";

  private final Connection connection;
  private final Map<String, CardOnRecord> cards = new HashMap<>();
  private final List<String> differences = new ArrayList<>();

  private RecordCheck(Connection connection) {
    this.connection = connection;
  }

  /** What is on record of one card. */
  private static final class CardOnRecord {
    private final Map<Integer, Integer> taps = new HashMap<>();
    private final Map<Integer, Integer> rows = new HashMap<>();
    private final Map<String, Long> classes = new TreeMap<>();
    private final Map<String, Long> usage = new TreeMap<>();
    private final BitSet used = new BitSet();
    private Counter counter = new Counter(SampleCard.BASELINE, SampleCard.BASELINE, 0, 0, 0);
  }

  private record Counter(int baseline, int last, int seen, int missed, int told) {}

  /** All in which the record differs from what the models admit. */
  static List<String> differences(Connection connection, List<CardModel> models)
      throws SQLException {
    RecordCheck check = new RecordCheck(connection);
    check.readHits();
    check.readCounters();
    check.readBlocks();
    check.readUsage();
    models.forEach(check::compare);
    return List.copyOf(check.differences);
  }

  private void readHits() throws SQLException {
    read(
        HITS,
        row -> {
          CardOnRecord card = card(row);
          String hitClass = row.getString("class");
          int hits = row.getInt("hits");
          int counter = row.getInt("counter");
          card.classes.merge(hitClass, (long) hits, Long::sum);
          if (hitClass.equals("tap") || hitClass.equals("replay")) {
            card.rows.merge(counter, hits, Integer::sum);
          }
          if (hitClass.equals("tap")) {
            card.taps.put(counter, hits);
          }
        });
  }

  private void readCounters() throws SQLException {
    read(
        COUNTERS,
        row ->
            card(row).counter =
                new Counter(
                    row.getInt("baseline"),
                    row.getInt("last"),
                    row.getInt("seen"),
                    row.getInt("missed"),
                    row.getInt("told")));
  }

  private void readBlocks() throws SQLException {
    read(
        BLOCKS,
        row -> {
          CardOnRecord card = card(row);
          int first = row.getInt("block") * Long.SIZE;
          BitSet.valueOf(new long[] {row.getLong("bits")}).stream()
              .forEach(bit -> card.used.set(first + bit));
        });
  }

  private void readUsage() throws SQLException {
    read(USAGE, row -> card(row).usage.put(row.getString("class"), row.getLong("hits")));
  }

  private CardOnRecord card(ResultSet row) throws SQLException {
    return cards.computeIfAbsent(row.getString("slug"), slug -> new CardOnRecord());
  }

  private void read(String query, RowWork work) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        work.on(rows);
      }
    }
  }

  @FunctionalInterface
  private interface RowWork {
    void on(ResultSet row) throws SQLException;
  }

  private void compare(CardModel model) {
    String slug = model.card().slug().value();
    CardOnRecord card = cards.getOrDefault(slug, new CardOnRecord());
    model
        .reads()
        .forEach((counter, tally) -> compareRead(card, slug + " " + counter, counter, tally));
    card.rows.keySet().stream()
        .filter(counter -> !model.reads().containsKey(counter))
        .forEach(counter -> differences.add(slug + " " + counter + ": was never sent"));
    compareOthers(slug + " preview", model.others(HitKind.PREVIEW), card.classes.get("preview"));
    compareOthers(slug + " forged", model.others(HitKind.FORGED), card.classes.get("forged"));
    compareOthers(slug + " scan", model.others(HitKind.SCAN), card.classes.get("scan"));
    compareCounter(slug, card);
    if (!card.usage.equals(card.classes)) {
      differences.add(slug + ": rolled up " + card.usage + ", hits " + card.classes);
    }
  }

  private void compareRead(CardOnRecord card, String read, int counter, Tally tally) {
    int rows = card.rows.getOrDefault(counter, 0);
    int taps = card.taps.getOrDefault(counter, 0);
    if (!tally.admitsRows(rows) || !tally.admits(taps)) {
      differences.add(read + ": " + tally + "; on record " + rows + ", taps " + taps);
    }
  }

  private void compareOthers(String what, Tally tally, @Nullable Long rows) {
    if (!tally.admitsRows(rows == null ? 0 : rows.intValue())) {
      differences.add(what + ": " + tally + "; on record " + rows);
    }
  }

  private void compareCounter(String slug, CardOnRecord card) {
    Counter counter = card.counter;
    int reads = counter.last() - counter.baseline();
    if (counter.seen() + counter.missed() != reads || counter.told() != reads) {
      differences.add(slug + ": seen and missed do not sum up: " + counter);
    }
    if (counter.seen() != card.taps.size() || !used(card).equals(card.used)) {
      differences.add(
          slug
              + ": "
              + counter
              + ", taps "
              + card.taps.size()
              + ", used "
              + card.used.cardinality());
    }
  }

  private static BitSet used(CardOnRecord card) {
    BitSet taps = new BitSet();
    card.taps.keySet().forEach(taps::set);
    return taps;
  }
}
