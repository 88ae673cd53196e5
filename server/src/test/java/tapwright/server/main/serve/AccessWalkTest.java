package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.SellerId;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.http.Endpoint;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;
import tapwright.server.record.seller.Activation;
import tapwright.server.record.seller.Seller;

/** The walk over every route, role and seller, and that it sees what it is there to see. */
class AccessWalkTest {

  private static final SellerId OTHER = new SellerId("other");

  @TempDir private Path folder;
  private int situations;

  private static boolean mayAsTheTableSays(Endpoint endpoint, Role role) {
    return endpoint.roles().contains(role);
  }

  /** Stations see cards, and shops set nothing. */
  private static boolean mayAsASlipWouldSay(Endpoint endpoint, Role role) {
    if (endpoint == Endpoint.PUT_SETTINGS) {
      return role == Role.ADMIN;
    }
    return mayAsTheTableSays(endpoint, role)
        || (endpoint == Endpoint.VIEW_CARD && role == Role.STATION);
  }

  private List<String> walked(BiPredicate<Endpoint, Role> table, UnaryOperator<Ledger> through) {
    Installation made =
        LocalServer.installation(folder, folder.resolve("walk.db"), Installation.CLOCK);
    made.store()
        .writeAcrossSellers(
            records -> {
              records
                  .sellers()
                  .add(new Seller(OTHER, Activation.FIRST_TAP), made.clock().instant());
              return true;
            })
        .join();
    Installation on =
        new Installation(
            made.folder(),
            made.database(),
            made.keys(),
            made.clock(),
            made.random(),
            made.ids(),
            through.apply(made.store()));
    try (LocalServer server = new LocalServer(on)) {
      AccessWalk walk =
          new AccessWalk(
              server,
              table,
              SellerObjects.make(server, FirstSeller.ID),
              SellerObjects.make(server, OTHER));
      List<String> wrong = walk.walk();
      situations = walk.situations();
      return wrong;
    }
  }

  @Test
  void everyRoute_isAsTheTableSaysForEveryRoleAndSeller() {
    assertEquals(List.of(), walked(AccessWalkTest::mayAsTheTableSays, ledger -> ledger));
    assertEquals(Endpoint.values().length * Role.values().length * 2, situations);
    System.out.println(
        "access walk: " + Endpoint.values().length + " routes, " + situations + " situations");
  }

  /** As if the server let one role in, or kept one out, that the table does not. */
  @Test
  void aPlantedSlipOfTheTable_isFoundBothWays() {
    List<String> wrong = walked(AccessWalkTest::mayAsASlipWouldSay, ledger -> ledger);

    assertEquals(
        List.of(
            "VIEW_CARD as STATION on own: shut",
            "VIEW_CARD as STATION on another's: shut",
            "PUT_SETTINGS as SHOP on own: open",
            "PUT_SETTINGS as SHOP on another's: open"),
        wrong);
  }

  @Test
  void aPlantedQueryWithoutItsSeller_isFound() {
    List<String> wrong = walked(AccessWalkTest::mayAsTheTableSays, OpenLedger::new);

    assertTrue(
        wrong.stream()
            .anyMatch(line -> line.startsWith("VIEW_CARD as SUPPORT on another's: tells ")),
        wrong.toString());
    assertTrue(wrong.stream().noneMatch(line -> line.contains(" on own: ")), wrong.toString());
  }
}
