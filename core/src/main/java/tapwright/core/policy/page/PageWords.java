package tapwright.core.policy.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.Word;
import tapwright.core.policy.calendar.FirstDay;
import tapwright.core.policy.calendar.LastDay;
import tapwright.core.policy.calendar.Span;
import tapwright.core.policy.calendar.Unit;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.pack.ClauseKind;
import tapwright.core.policy.pack.Condition;
import tapwright.core.policy.pack.DueRule;
import tapwright.core.policy.pack.Window;

/** Conditions, windows and due dates in words, for the page that a lawyer reads. */
final class PageWords {

  private PageWords() {}

  /** The parts of a condition that must all hold, a line each. */
  static List<String> lines(Condition condition) {
    return condition instanceof Condition.All all && !all.parts().isEmpty()
        ? all.parts().stream().flatMap(PageWords::alternatives).toList()
        : alternatives(condition).toList();
  }

  /** A condition of alternatives a line each, since a lawyer reads them one by one. */
  private static Stream<String> alternatives(Condition condition) {
    return condition instanceof Condition.Any any
        ? Stream.concat(
            Stream.of("one of these:"), any.parts().stream().map(part -> "\u2013 " + of(part)))
        : Stream.of(of(condition));
  }

  static String of(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.parts().isEmpty() ? "always" : joined(all.parts(), ", and ");
      case Condition.Any any -> joined(any.parts(), ", or ");
      case Condition.Not not -> "not: " + inner(not.part());
      case Condition.Shown shown -> "it is shown that " + inner(shown.part());
      case Condition.Chosen chosen -> name(chosen.choice()) + " is " + sorted(chosen.values());
      case Condition.Flagged flagged -> flag(flagged.flag(), flagged.value());
      case Condition.Happened happened -> noun(happened.event()) + " has happened";
      case Condition.Within within -> act(within.act()) + " comes " + in(within.window());
      case Condition.After after -> act(after.act()) + " comes later than " + end(after.window());
      case Condition.Uses uses ->
          "there are "
              + spaced(uses.comparison())
              + " "
              + uses.limit()
              + " uses "
              + in(uses.window());
    };
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream().map(PageWords::inner).collect(Collectors.joining(word));
  }

  private static String inner(Condition part) {
    boolean compound =
        part instanceof Condition.Any
            || (part instanceof Condition.All all && !all.parts().isEmpty());
    return compound ? "(" + of(part) + ")" : of(part);
  }

  private static String sorted(Set<Word> values) {
    return values.stream()
        .sorted((one, other) -> Integer.compare(one.ordinal(), other.ordinal()))
        .map(PageWords::spaced)
        .collect(Collectors.joining(" or "));
  }

  /** A word of the format as text has it. */
  static String spaced(Word word) {
    return word.word().replace('-', ' ');
  }

  /** Several words of the format as text has them. */
  static String spaced(Set<? extends Word> words) {
    return words.stream().map(PageWords::spaced).collect(Collectors.joining(", "));
  }

  private static String act(@Nullable Event event) {
    return event == null ? "the claim" : noun(event);
  }

  private static String in(Window window) {
    return switch (window.side()) {
      case AFTER -> "within " + length(window.span()) + " of " + latest(window.anchors());
      case BEFORE -> "at least " + length(window.span()) + " before " + latest(window.anchors());
    };
  }

  private static String end(Window window) {
    return switch (window.side()) {
      case AFTER -> length(window.span()) + " from " + latest(window.anchors());
      case BEFORE -> length(window.span()) + " before " + latest(window.anchors());
    };
  }

  /** A span with its rules, which are said only where they are not the usual ones. */
  static String length(Span span) {
    if (span.unit() == Unit.HOURS) {
      return span.inWords();
    }
    String first = span.firstDay() == FirstDay.COUNTED ? ", the first day counted" : "";
    String last =
        span.lastDay() == LastDay.NEXT_BUSINESS_DAY
            ? ", a last day that is free moved to the next business day"
            : "";
    return first.isEmpty() && last.isEmpty()
        ? span.inWords()
        : span.inWords() + " (" + (first + last).substring(2) + ")";
  }

  static String latest(List<Event> events) {
    String nouns = events.stream().map(PageWords::noun).collect(Collectors.joining(" or "));
    return events.size() > 1 ? nouns + ", whichever is later" : nouns;
  }

  /** By when a rule wants its step done. */
  static String due(DueRule rule) {
    String when =
        switch (rule.clock()) {
          case DueRule.Running running ->
              "within "
                  + length(running.span())
                  + " of "
                  + (running.from().isEmpty() ? "the claim" : latest(running.from()));
          case DueRule.At at ->
              "at "
                  + noun(at.event())
                  + (at.otherwise() == null ? "" : ", or else at " + noun(at.otherwise()));
          case DueRule.AnniversaryAfter after ->
              "at the next anniversary of the purchase after " + noun(after.event());
        };
    return spaced(rule.step()) + " " + when;
  }

  private static String name(Choice choice) {
    return switch (choice) {
      case CLAIM -> "what is asked";
      case REASON -> "the reason";
      case LINE -> "what was ordered";
      case PLAN -> "the plan";
      case TERM -> "the term";
      case DESIGN -> "the design";
      case CONTENT_MATCHES_ORDER -> "\"the card reads as it was ordered\"";
      case CHIP_TEST -> "the test of the chip";
      case CAUSE -> "the cause";
      case PACKAGING -> "the returned packaging";
      case TERMINATION -> "the reason why the seller ended the account";
      case DISPUTE_KIND -> "the dispute with the bank";
      case DISPUTE_STATUS -> "the state of the dispute";
      case RETURN_CAUSE -> "the reason why the parcel came back";
    };
  }

  private static String flag(Flag flag, boolean value) {
    String is = value ? "" : "not ";
    return switch (flag) {
      case PERSONALISED -> "it is " + is + "personalised";
      case SALE_PRICE -> "it was " + is + "sold at a reduced price";
      case NON_REFUNDABLE_STATED -> "the order form did " + is + "say non-refundable";
      case OPENED -> "it was " + is + "opened";
      case USED -> "it was " + is + "used";
      case RISK_FLAG -> "the order is " + is + "marked as suspicious";
      case TROUBLESHOOTING -> "the proposed steps were " + is + "tried";
      case SUPPORT_CONTACTED -> "support was " + is + "asked before";
      case SETUP_FEE_PAID -> "a set-up fee was " + is + "paid before";
    };
  }

  static String noun(Event event) {
    return switch (event) {
      case PURCHASED_AT -> "the purchase";
      case UPGRADED_AT -> "the upgrade";
      case PROCESSED_AT -> "the start of processing";
      case PRODUCTION_STARTED_AT -> "the start of production";
      case SHIPPED_AT -> "the shipping";
      case DELIVERED_AT -> "the delivery";
      case ACTIVATED_AT -> "the activation";
      case CANCELLED_AT -> "the cancellation";
      case DISCONTINUED_AT -> "the end of the service by the seller";
      case PERIOD_STARTED_AT -> "the start of the paid period";
      case RENEWS_AT -> "the renewal";
      case PAID_UNTIL -> "the end of the time paid for";
      case COMPLETE_AT -> "the completion of the claim";
      case RMA_ISSUED_AT -> "the issue of the return number";
      case POSTED_BACK_AT -> "the posting back";
      case GOODS_RECEIVED_AT -> "the receipt of the goods";
      case APPROVED_AT -> "the approval";
    };
  }

  /** A clause's kind as a heading says it. */
  static String title(ClauseKind kind) {
    String word = kind.word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
