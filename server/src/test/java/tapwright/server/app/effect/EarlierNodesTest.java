package tapwright.server.app.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardId;
import tapwright.core.claim.Grant;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.claim.ClaimMoney;

/**
 * Money of claims that nodes of earlier versions, which know nothing of sums, changed meanwhile.
 */
class EarlierNodesTest implements NewRecord {

  @TempDir private Path folder;
  private EffectWorld effects;
  private CardId card = new CardId(1);

  @BeforeEach
  void open() {
    effects = new EffectWorld(newRecord(folder));
    card = effects.issued("A-1", "subscription");
    effects.capture("A-1", Map.of("card", EffectWorld.PRICE));
  }

  @AfterEach
  void close() {
    effects.close();
  }

  private void statement(String sql) throws SQLException {
    try (Connection connection = url(folder).connect();
        Statement statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate(sql));
    }
  }

  private Grant granted(String claim) {
    return effects
        .world
        .store
        .read(
            FirstSeller.ID,
            records ->
                ClaimMoney.granted(
                    records, records.claims().byId(FirstSeller.ID, claim).orElseThrow()))
        .join();
  }

  @Test
  void rulingOfAnEarlierNode_saysHowMuchGoesBack() throws SQLException {
    String claim = effects.ruled(card, Outcome.FULL_REFUND, EffectWorld.PRICE);
    statement(
        "UPDATE claim_file SET version = version + 1, state = 'overridden', outcome ="
            + " 'partial-refund', outcome_by = 'supervisor' WHERE claim_id = '%s'"
                .formatted(claim));
    note(claim, "overridden", "{\"amount\":\"5.00 INR\",\"outcome\":\"partial-refund\"}");

    assertEquals(new Grant.UpTo(EffectWorld.money("5.00 INR")), granted(claim));
    World.done(effects.carry(claim, 1));
    assertEquals(500, effects.provider.left("pi_A-1"));
  }

  private void note(String claim, String kind, String detail) {
    Subject subject = new Subject(FirstSeller.ID, Subject.Area.CLAIM, claim);
    effects
        .world
        .store
        .write(
            FirstSeller.ID,
            records -> {
              long number = records.trails().of(subject).size() + 1L;
              var now = effects.world.clock.instant();
              TrailEntry.By by = new TrailEntry.By("sample", "supervisor");
              records.trails().add(subject, new TrailEntry(number, kind, detail, by, "", now, now));
              return Optional.empty();
            })
        .join();
  }
}
