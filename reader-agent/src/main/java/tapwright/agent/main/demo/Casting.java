package tapwright.agent.main.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which cards play the claims: what was bought, how often it is tapped, and what its buyer asks.
 *
 * @param title the claim in one line
 * @param pack the policy pack of the sale
 * @param purchase what the shop says of the purchase
 * @param taps how often people tap the card
 * @param claim what the customer asks, by the API's names
 */
record Casting(
    String title, String pack, Map<String, Object> purchase, int taps, Map<String, Object> claim) {

  private static final String CARD_SELLER = "a-smart-card-generator";
  private static final String SUBSCRIPTION_SELLER = "b-rigardz";

  private static final Map<String, Object> MONTHLY =
      Map.of("line", "subscription", "term", "monthly", "price", "499.00 INR");
  private static final Map<String, Object> CARD =
      Map.of("line", "card", "design", "stock", "price", "29.00 USD");

  private static final Map<String, Object> CHANGED_MIND =
      Map.of("kind", "refund", "reason", "change-of-mind");
  private static final Map<String, Object> NO_REASON = Map.of("kind", "refund");
  private static final Map<String, Object> DEAD_CHIP =
      Map.of(
          "kind",
          "refund",
          "reason",
          "not-working",
          "facts",
          Map.of("chipTest", "fails", "cause", "seller"));

  Casting {
    purchase = Map.copyOf(purchase);
    claim = Map.copyOf(claim);
  }

  /** The five claims of the demo, in the order in which they are told. */
  static final List<Casting> ALL =
      List.of(
          new Casting(
              "A monthly plan, bought today, tapped 12 times: \"I changed my mind\"",
              SUBSCRIPTION_SELLER,
              MONTHLY,
              12,
              CHANGED_MIND),
          new Casting(
              "The same plan, tapped 51 times", SUBSCRIPTION_SELLER, MONTHLY, 51, CHANGED_MIND),
          new Casting(
              "The same plan, tapped exactly 50 times",
              SUBSCRIPTION_SELLER,
              MONTHLY,
              50,
              CHANGED_MIND),
          new Casting(
              "A card that was received and activated: \"money back, please\"",
              CARD_SELLER,
              CARD,
              2,
              NO_REASON),
          new Casting(
              "A card like that, but the station's test says that its chip is dead",
              CARD_SELLER,
              CARD,
              1,
              DEAD_CHIP));

  /** A role for each card that plays one: the first cards whose sale is under the role's pack. */
  static Map<Integer, Casting> over(List<SampleContact> samples) {
    Map<Integer, Casting> roles = new LinkedHashMap<>();
    for (Casting role : ALL) {
      firstFree(samples, role.pack(), roles).ifPresent(index -> roles.put(index, role));
    }
    return roles;
  }

  private static Optional<Integer> firstFree(
      List<SampleContact> samples, String pack, Map<Integer, Casting> taken) {
    for (int i = 0; i < samples.size(); i++) {
      if (samples.get(i).pack().equals(pack) && !taken.containsKey(i)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
