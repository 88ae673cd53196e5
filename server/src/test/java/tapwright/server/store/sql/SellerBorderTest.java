package tapwright.server.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.card.SellerId;
import tapwright.house.HouseRules;

/** That a work of one seller cannot touch another's rows, whatever its statements forget. */
class SellerBorderTest {

  private static final SellerId OURS = new SellerId("ours");
  private static final String THEIRS = "theirs";

  private Connection connection;
  private Sql sql;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    sql = new Sql(connection, Dialect.SQLITE);
    sql.update("CREATE TABLE thing (name TEXT, seller TEXT)");
    add("a", OURS.value());
    add("b", THEIRS);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void add(String name, String seller) {
    sql.updateOne("INSERT INTO thing (name, seller) VALUES (?, ?)", name, seller);
  }

  private List<String> names(String condition, Object... values) {
    return sql.list("SELECT name FROM thing" + condition, row -> row.text("name"), values);
  }

  private static String refusal(Runnable work) {
    return String.valueOf(assertThrows(IllegalStateException.class, work::run).getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT name FROM thing",
        "SELECT name, seller FROM thing WHERE name = 'a'",
        "SELECT name FROM thing WHERE seller = 'ours'",
        "SELECT name FROM thing WHERE reseller = ?",
        "UPDATE thing SET name = 'c'",
        "DELETE FROM thing WHERE name = 'b'",
        "INSERT INTO thing (name) VALUES ('c')"
      })
  void aStatementWithoutItsSeller_isADefect(String planted) {
    assertEquals(
        "a work of seller ours asks without its seller: " + planted,
        refusal(() -> sql.forSeller(OURS, () -> sql.update(planted))));
  }

  @Test
  void aStatementForAnotherSeller_isADefect() {
    assertEquals(
        "a work of seller ours asks for theirs: SELECT name FROM thing WHERE name = ? AND seller ="
            + " ?",
        refusal(
            () -> sql.forSeller(OURS, () -> names(" WHERE name = ? AND seller = ?", "b", THEIRS))));
  }

  @Test
  void aRowForAnotherSeller_isADefect() {
    refusal(
        () ->
            sql.forSeller(
                OURS,
                () -> {
                  add("c", THEIRS);
                  return true;
                }));

    assertEquals(List.of("b"), names(" WHERE seller = ?", THEIRS));
  }

  @Test
  void aBatchWithARowForAnotherSeller_isADefect() {
    refusal(
        () ->
            sql.forSeller(
                OURS,
                () -> {
                  sql.updateEach(
                      "UPDATE thing SET name = ? WHERE seller = ?",
                      List.of(OURS.value(), THEIRS),
                      whose -> new Object[] {"d", whose});
                  return true;
                }));

    assertEquals(List.of("b"), names(" WHERE seller = ?", THEIRS));
  }

  @Test
  void aWorkInside_isOfTheSameSeller() {
    assertEquals(
        List.of("a"),
        sql.forSeller(
            OURS, () -> sql.forSeller(OURS, () -> names(" WHERE seller = ?", OURS.value()))));
    assertEquals(
        "a work of seller ours begins one of theirs",
        refusal(() -> sql.forSeller(OURS, () -> sql.forSeller(new SellerId(THEIRS), () -> true))));
  }

  @Test
  void theBorder_isThereAgainAfterAQuestionAcrossIt() {
    sql.forSeller(
        OURS,
        () -> {
          assertEquals(List.of("a", "b"), sql.acrossSellers(() -> names("")));
          return refusal(() -> names(""));
        });

    assertEquals(List.of("a", "b"), names(""));
  }

  /** Each has to say why only all sellers' rows can answer it. */
  @Test
  void whoAsksAcrossSellers_isInThisList() {
    assertEquals(
        List.of(
            "SqlCards.bySlug",
            "SqlCards.liveWith",
            "SqlCards.withChip",
            "SqlMoneyBooks.orderOf",
            "SqlSignInTries.change",
            "SqlSignInTries.of",
            "SqlUses.addHits"),
        callers("tapwright.server.store", Set.of("acrossSellers")));
  }

  /** Nothing that a seller asks for is among these. */
  @Test
  void whatWorksAcrossSellers_isInThisList() {
    assertEquals(
        List.of(
            "CarryOutTasks.round",
            "ClockWatch.compare",
            "DoDuties.doIfDue",
            "DoDuties.doParts",
            "EnrolStations.invite",
            "EnrolStations.redeem",
            "FirstSeller.ensure",
            "KeepRecordSmall.slice",
            "KnowTokens.callerWith",
            "LeaveForProvider.leave",
            "LeaveForProvider.offered",
            "OpenKeys.isKnown",
            "OpenKeys.open",
            "Readiness.now",
            "ReconcileRefunds.isDue",
            "ReconcileRefunds.takenUp",
            "ReturnFromProvider.enter",
            "RotateKeys.rotate",
            "RotateKeys.state",
            "RunAccounts.create",
            "RunProviders.ofSeller",
            "RunSellers.create",
            "RunSellers.list",
            "RunSellers.setHost",
            "RunSessions.callerWith",
            "RunTokens.create",
            "SendDeliveries.round",
            "SendMails.round",
            "TakeNotice.inBooks"),
        callers("tapwright.server.app", Set.of("readAcrossSellers", "writeAcrossSellers")));
  }

  private static List<String> callers(String room, Set<String> methods) {
    return HouseRules.mainClassesOf(room).stream()
        .filter(type -> !type.getSimpleName().matches(".*Test|.*Ledger.*|World"))
        .flatMap(type -> type.getMethodCallsFromSelf().stream())
        .filter(call -> methods.contains(call.getTarget().getName()))
        .map(call -> call.getOriginOwner().getSimpleName() + "." + call.getOrigin().getName())
        .distinct()
        .sorted()
        .toList();
  }
}
