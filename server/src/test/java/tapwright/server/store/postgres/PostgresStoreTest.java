package tapwright.server.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.record.Ledger;
import tapwright.server.store.LedgerContract;
import tapwright.server.store.RecordUrl;

@Tag("postgres")
class PostgresStoreTest extends LedgerContract {

  private final RecordUrl url = PostgresRecords.create();

  @Override
  protected Ledger reopen() {
    return PostgresStore.open(url, PostgresRecords.means());
  }

  @Override
  protected Connection connect() throws SQLException {
    return url.connect();
  }

  @Test
  void history_isNeverChangedNorDeleted() throws SQLException {
    execute(
        "SET session_replication_role = 'replica';INSERT INTO card_event VALUES (1, 1, 'default',"
            + " 'issued', '', 'shop', '', 0, 0, '', NULL)");

    for (String change :
        List.of("UPDATE card_event SET kind = 'other'", "DELETE FROM card_event")) {
      String message =
          String.valueOf(assertThrows(SQLException.class, () -> execute(change)).getMessage());
      assertTrue(message.contains("append-only"), message);
    }
  }

  @Test
  void hits_haveAPartitionForEachMonthFromNowOn() throws SQLException {
    assertEquals(
        "hit_2026_03 hit_2027_03 13",
        text(
            "SELECT min(relname) || ' ' || max(relname) || ' ' || count(*) FROM pg_inherits"
                + " JOIN pg_class ON oid = inhrelid WHERE inhparent = 'hit'::regclass"
                + " AND relkind = 'r' AND relname <> 'hit_other'"));
    assertEquals("0", text("SELECT make_hit_months(DATE '2026-03-31', 13)"));
    assertEquals("1", text("SELECT make_hit_months(DATE '2026-04-01', 13)"));
    assertEquals(
        "hit_2026_12",
        text(
            "INSERT INTO hit VALUES (1, 1798761599999999, 1, NULL, NULL, NULL, NULL, '', '', '',"
                + " '', '') RETURNING tableoid::regclass"));
    assertEquals(
        "hit_2027_01",
        text(
            "INSERT INTO hit VALUES (1, 1798761600000000, 1, NULL, NULL, NULL, NULL, '', '', '',"
                + " '', '') RETURNING tableoid::regclass"));
  }

  @Test
  void hitsOfAMonthThatIsMadeLater_moveIntoIt() throws SQLException {
    long newYear2036 = 2_082_758_400_000_000L;
    for (long at : List.of(newYear2036 - 1, newYear2036)) {
      execute(
          "INSERT INTO hit VALUES (1, %d, 1, NULL, NULL, NULL, NULL, '', '', '', '', '')"
              .formatted(at));
    }
    assertEquals("1", text("SELECT make_hit_months(DATE '2036-01-31', 1)"));
    assertEquals(
        "hit_2036_01 hit_other",
        text(
            "SELECT string_agg(tableoid::regclass::text, ' ' ORDER BY at DESC) FROM hit"
                + " WHERE at >= "
                + (newYear2036 - 1)));
  }

  private String text(String query) throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
