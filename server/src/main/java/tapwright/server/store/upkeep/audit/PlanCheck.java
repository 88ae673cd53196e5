package tapwright.server.store.upkeep.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import tapwright.core.trail.Subject;
import tapwright.server.store.upkeep.Session;

/** Subscriptions beside what their trails tell. */
final class PlanCheck {

  private PlanCheck() {}

  static CheckResult all(Session session) {
    RetoldWalk.Which which = RetoldWalk.Which.all(Subject.Area.SUBSCRIPTION, "subscription_id");
    try (RetoldWalk<PlanRetold> walk = new RetoldWalk<>(session, which, PlanRetold::new)) {
      return walk.with("version, state, status", "subscription", PlanCheck::plan)
          .with(
              "number, kind, amount, currency, begins_at, ends_at, state",
              "plan_charge",
              PlanCheck::charge)
          .compare(Check.PLANS, id -> "subscription " + id);
    }
  }

  private static void plan(ResultSet row, Figures kept, PlanRetold retold) throws SQLException {
    JsonNode status = ToldEntry.json(row.getString("status"));
    kept.put("entries", row.getLong("version"));
    kept.put("state", row.getString("state"));
    kept.put("plan", status.path("run").path("offer").path("plan").asText());
    kept.put("next plan", status.path("next").path("plan").asText());
    kept.put("end", ToldEntry.instant(status.path("ending").path("at").asText()));
  }

  private static void charge(ResultSet row, Figures kept, PlanRetold retold) throws SQLException {
    String charge = PlanRetold.charge(row.getLong("number"));
    kept.put(charge + ", kind", word(row.getString("kind")));
    kept.put(charge + ", amount", MoneyCheck.amount(row));
    kept.put(charge + ", from", CardAudit.instant(row, "begins_at"));
    kept.put(charge + ", until", CardAudit.instant(row, "ends_at"));
    kept.put(charge + ", state", word(row.getString("state")));
  }

  private static String word(String stored) {
    return stored.replace('_', '-');
  }
}
