package tapwright.core.policy.naive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of the case format, written down once more. */
public final class Vocabulary {

  /** Facts with one value of a list; {@code reason} belongs to the claim. */
  public static final Map<String, List<String>> CHOICES =
      table(
          """
          claim cancel refund return replace exchange reactivate delete-data reship dispute \
          termination discontinuation
          reason change-of-mind unused dissatisfied damaged-in-transit defective not-working \
          not-received wrong-content service-interruption third-party downgrade \
          after-cancellation unspecified
          line subscription card plaque accessory digital service setup-fee gift-card
          plan basic pro standard
          term monthly annual multi-year enterprise
          design stock custom
          contentMatchesOrder true false
          chipTest passes fails
          cause seller transit customer carrier third-party
          packaging complete missing
          termination terms-violation prohibited-content security-abuse transfer other
          disputeKind chargeback reversal inquiry
          disputeStatus open won lost withdrawn
          returnCause address non-collection carrier seller
          """);

  /** Facts that are false unless stated. */
  public static final List<String> FLAGS =
      List.of(
          "personalised",
          "salePrice",
          "nonRefundableStated",
          "opened",
          "used",
          "riskFlag",
          "troubleshooting",
          "supportContacted",
          "setupFeePaid");

  /** Events by what they belong to. */
  static final Map<String, List<String>> EVENTS =
      table(
          """
          order purchasedAt upgradedAt processedAt productionStartedAt shippedAt deliveredAt \
          activatedAt cancelledAt
          term discontinuedAt periodStartedAt renewsAt paidUntil
          procedure completeAt rmaIssuedAt postedBackAt goodsReceivedAt approvedAt
          """);

  /** What can come with a claim. */
  public static final List<String> EVIDENCE =
      List.of(
          "order-number",
          "reason",
          "description",
          "photo-product",
          "photo-packaging",
          "screenshot",
          "tracking",
          "owner-verified",
          "written");

  private Vocabulary() {}

  /** Every event. */
  public static List<String> events() {
    return EVENTS.values().stream().flatMap(List::stream).toList();
  }

  static boolean isOf(String course, String event) {
    return EVENTS.getOrDefault(course, List.of()).contains(event);
  }

  private static Map<String, List<String>> table(String text) {
    Map<String, List<String>> table = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      List<String> words = new ArrayList<>(List.of(line.strip().split(" +", -1)));
      table.put(words.removeFirst(), List.copyOf(words));
    }
    return table;
  }
}
