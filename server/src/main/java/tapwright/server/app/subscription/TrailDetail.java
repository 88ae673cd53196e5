package tapwright.server.app.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tapwright.core.plan.Charge;
import tapwright.core.plan.Subscription;
import tapwright.core.policy.Money;

/** What the trail and those who are told say of an event: JSON, with its fields in one order. */
final class TrailDetail {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TrailDetail() {}

  /**
   * The detail.
   *
   * @param charges those that are new or changed
   * @param refund what is to be paid out
   */
  static String of(Subscription plan, List<Charge> charges, Optional<Money> refund) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("state", plan.standing().word());
    detail.put("plan", plan.run().offer().plan());
    detail.put("tier", word(plan.tier()));
    detail.put("termStartsAt", plan.termStartsAt().toString());
    detail.put("termEndsAt", plan.termEndsAt().toString());
    plan.next().ifPresent(offer -> detail.put("nextPlan", offer.plan()));
    plan.ending().ifPresent(end -> detail.put("endsAt", end.at().toString()));
    if (!charges.isEmpty()) {
      detail.put("charges", charges.stream().map(TrailDetail::charge).toList());
    }
    refund.ifPresent(sum -> detail.put("refund", sum.toString()));
    return json(detail);
  }

  /** What the detail says is to be paid out. */
  static Optional<Money> refund(String detail) {
    try {
      return Money.parse(JSON.readTree(detail).path("refund").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry's detail is always JSON", e);
    }
  }

  /** The same with whose it is, for those who are told. */
  static String told(String subscriptionId, long version, String detail) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("subscriptionId", subscriptionId);
    told.put("version", version);
    told.put("detail", new RawValue(detail));
    return json(told);
  }

  private static Map<String, Object> charge(Charge charge) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("number", charge.number());
    shown.put("kind", word(charge.kind()).replace('_', '-'));
    shown.put("amount", charge.amount().toString());
    shown.put("dueAt", charge.from().toString());
    shown.put("until", charge.until().toString());
    shown.put("state", word(charge.state()).replace('_', '-'));
    return shown;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String json(Map<String, Object> detail) {
    try {
      return JSON.writeValueAsString(detail);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers are always JSON", e);
    }
  }
}
