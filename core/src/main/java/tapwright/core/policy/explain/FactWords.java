package tapwright.core.policy.explain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Answer;
import tapwright.core.policy.fact.Cause;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Fact;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.pack.Situation;

/** Facts and their values as a support person says them. */
final class FactWords {

  private FactWords() {}

  /** The value that a fact has; {@code not known} or {@code not happened} where it has none. */
  static String value(Fact fact, Situation situation) {
    return switch (fact) {
      case Choice choice -> {
        Word value = situation.valueOf(choice);
        yield value == null ? "not known" : value.word();
      }
      case Flag flag -> Boolean.toString(situation.facts().is(flag));
      case Event event ->
          situation
              .facts()
              .at(event)
              .map(at -> Explanation.moment(at, situation.calendar().zone()))
              .orElse(event.isCertain() ? "not known" : "not happened");
      case Fact.Uses _ -> {
        Usage.Count count = situation.allUses();
        yield count.exact() ? Phrases.uses(count.atLeast()) : "not known";
      }
    };
  }

  /** Values of which each will do. */
  static String anyOf(List<Word> values) {
    return joined(values.stream().map(value -> value.word().replace('-', ' ')).toList());
  }

  private static String joined(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** A range of uses, both ends included. */
  static String uses(long from, long to) {
    if (to == Long.MAX_VALUE) {
      return from == 0 ? "any number of uses" : Phrases.uses(from) + " or more";
    }
    if (from == to) {
      return from == 0 ? "no use" : "exactly " + Phrases.uses(from);
    }
    return from == 0 ? "up to " + Phrases.uses(to) : from + " to " + Phrases.uses(to);
  }

  /** A range of instants, the last one excluded. */
  static String range(Instant from, Instant to, ZoneId zone) {
    boolean open = from.equals(Instant.MIN);
    if (to.equals(Instant.MAX)) {
      return open ? "at any time" : "on or after " + Explanation.moment(from, zone);
    }
    String before = "before " + Explanation.moment(to, zone);
    return open ? before : "on or after " + Explanation.moment(from, zone) + " and " + before;
  }

  static String suppose(Event event, String range) {
    return "If " + happened(event) + (range.equals("at any time") ? "" : " " + range);
  }

  private static String happened(Event event) {
    return switch (event) {
      case PURCHASED_AT -> "it was bought";
      case UPGRADED_AT -> "the plan was upgraded";
      case PROCESSED_AT -> "the order was processed";
      case PRODUCTION_STARTED_AT -> "production started";
      case SHIPPED_AT -> "the order was shipped";
      case DELIVERED_AT -> "the order was delivered";
      case ACTIVATED_AT -> "it was activated";
      case CANCELLED_AT -> "it was cancelled";
      case DISCONTINUED_AT -> "the seller ended the service";
      case PERIOD_STARTED_AT -> "the paid time started";
      case RENEWS_AT -> "it renews";
      case PAID_UNTIL -> "the paid time ends";
      case COMPLETE_AT -> "the claim was complete";
      case RMA_ISSUED_AT -> "the return number was issued";
      case POSTED_BACK_AT -> "the goods were posted back";
      case GOODS_RECEIVED_AT -> "the goods came back";
      case APPROVED_AT -> "the refund was approved";
    };
  }

  static String suppose(Flag flag, boolean value) {
    return "If " + (value ? "" : "it is not so that ") + whenSet(flag);
  }

  private static String whenSet(Flag flag) {
    return switch (flag) {
      case PERSONALISED -> "it is personalised";
      case SALE_PRICE -> "it was bought on sale";
      case NON_REFUNDABLE_STATED -> "the order form calls it non-refundable";
      case OPENED -> "it was opened";
      case USED -> "it was used";
      case RISK_FLAG -> "the order is marked as suspicious";
      case TROUBLESHOOTING -> "the troubleshooting steps were done";
      case SUPPORT_CONTACTED -> "support was contacted";
      case SETUP_FEE_PAID -> "the set-up fee was paid";
    };
  }

  static String suppose(Choice choice, List<Word> values) {
    String any = anyOf(values);
    return switch (choice) {
      case CLAIM -> "If the claim is to " + any;
      case REASON -> "If the reason is " + any;
      case LINE -> "If it is of the kind " + any;
      case PLAN -> "If the plan is " + any;
      case TERM -> "If the term is " + any;
      case DESIGN -> "If the design is " + any;
      case CONTENT_MATCHES_ORDER ->
          values.contains(Answer.TRUE)
              ? "If the content is as ordered"
              : "If the content is not as ordered";
      case CHIP_TEST -> "If the chip " + any + " the test";
      case CAUSE -> "If the cause is " + joined(values.stream().map(FactWords::cause).toList());
      case PACKAGING -> "If the packaging is " + any;
      case TERMINATION -> "If the account was ended for: " + any;
      case DISPUTE_KIND -> "If the dispute is a " + any;
      case DISPUTE_STATUS -> "If the dispute is " + any;
      case RETURN_CAUSE -> "If it came back because of: " + any;
    };
  }

  private static String cause(Word value) {
    return switch ((Cause) value) {
      case SELLER -> "the seller";
      case TRANSIT -> "the way there";
      case CUSTOMER -> "the customer";
      case CARRIER -> "the carrier";
      case THIRD_PARTY -> "somebody else";
    };
  }
}
