package tapwright.server.store.upkeep.audit;

import com.fasterxml.jackson.databind.JsonNode;

/** A subscription as its trail alone tells it: how it stands, and what was charged. */
final class PlanRetold implements Retold {

  private final Figures figures = new Figures();

  @Override
  public void take(ToldEntry entry) {
    figures.put("entries", entry.number());
    figures.put("state", entry.text("state"));
    figures.put("plan", entry.text("plan"));
    figures.put("next plan", entry.text("nextPlan"));
    figures.put("end", ToldEntry.instant(entry.text("endsAt")));
    entry.detail().path("charges").forEach(this::charge);
  }

  private void charge(JsonNode told) {
    String charge = charge(told.path("number").asText());
    figures.put(charge + ", kind", told.path("kind").asText());
    figures.put(charge + ", amount", told.path("amount").asText());
    figures.put(charge + ", from", ToldEntry.instant(told.path("dueAt").asText()));
    figures.put(charge + ", until", ToldEntry.instant(told.path("until").asText()));
    figures.put(charge + ", state", told.path("state").asText());
  }

  static String charge(Object number) {
    return "charge " + number;
  }

  @Override
  public Figures figures() {
    return figures;
  }
}
