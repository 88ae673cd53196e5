package tapwright.server.store.upkeep.audit;

import java.util.Locale;

/** What is checked of a record; docs/operating.md says of each what it means when it differs. */
public enum Check {
  /** The engine finds its own pages, indexes and constraints in order. */
  ENGINE("parts", "the engine's own check"),
  /** What a row names is there. */
  REFERENCES("parts", "rows that others name are there"),
  /** Of each counter of a chip: reads seen and reads missed are as many as it has counted. */
  READ_COUNTERS("counters", "seen + missed = last - baseline"),
  /** As many counter values are used up as there are taps on record or folded. */
  USED_COUNTERS("counters", "used values = taps with a counter"),
  /** Each tap uses up the value that it carries, and no other tap has it. */
  TAPS_ONCE("counts", "each counter value one tap"),
  /** What the taps say they skipped adds up to how far the counter came. */
  COUNTER_GAPS("counters", "sum of 1 + missed = last - baseline"),
  /** What is rolled up by day is what is on record or was folded. */
  ROLL_UPS("roll-ups", "roll-ups = hits"),
  /** A card's version is the number of its events. */
  CARD_EVENTS("counts", "a card's version = its events"),
  /** Each chip is in one live card, and each live card that was made has its chip. */
  LIVE_CHIPS("chips", "each chip in one live card"),
  /** Each contact has the key that opens it; who is forgotten left neither bytes nor words. */
  CONTACTS("contacts", "each has a key, or is forgotten"),
  /** Each decision, taken again from what was kept with it, gives the same bytes. */
  DECISIONS("decisions", "decisions replay to the same bytes"),
  /** How a card stands is what its history comes to. */
  CARD_STATES("figures", "cards = what their histories tell"),
  /** What is kept of an order's money is what its trail comes to. */
  MONEY_BOOKS("figures", "books = what their trails tell"),
  /** How a claim stands, with its tasks and returns, is what its trail comes to. */
  CLAIM_FILES("figures", "claims = what their trails tell"),
  /** How a subscription stands, with its charges, is what its trail comes to. */
  PLANS("figures", "plans = what their trails tell");

  private final String unit;
  private final String says;

  Check(String unit, String says) {
    this.unit = unit;
    this.says = says;
  }

  /** Its name in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is compared, in the plural. */
  public String unit() {
    return unit;
  }

  /** What holds where it is in order. */
  public String says() {
    return says;
  }
}
