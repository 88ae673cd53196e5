package tapwright.core.policy.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.UsesSeen;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.CountedUses;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.TapKinds;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Notice;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Step;

/** The sentences of which explanations are made. */
final class Phrases {

  private Phrases() {}

  /** What the claim gets, in one line. */
  static String result(Decision decision) {
    StringBuilder line = new StringBuilder(sentence(decision.outcome(), decision.claim().kind()));
    if (decision.amount() != null) {
      line.append(" Amount: ").append(decision.amount()).append('.');
    }
    decision.effects().forEach(effect -> line.append(' ').append(sentence(effect)));
    if (decision.shipping() != null) {
      line.append(
          switch (decision.shipping()) {
            case SELLER -> " The seller pays the shipping.";
            case CUSTOMER -> " The customer pays the shipping.";
          });
    }
    return line.toString();
  }

  /** What the claim would get later, as the end of a sentence. */
  static String laterResult(Outcome outcome, Set<Effect> effects, ClaimKind kind) {
    String first = withoutStop(sentence(outcome, kind));
    String more =
        effects.stream()
            .map(effect -> ", " + withoutStop(sentence(effect)))
            .collect(Collectors.joining());
    return first + more;
  }

  private static String withoutStop(String sentence) {
    return sentence.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
        + sentence.substring(1, sentence.length() - 1);
  }

  private static String sentence(Outcome outcome, ClaimKind kind) {
    return switch (outcome) {
      case FULL_REFUND -> "Full refund.";
      case PARTIAL_REFUND -> "Part of the money back.";
      case PRORATED_REFUND -> "Refund of the unused time.";
      case REPLACEMENT -> "Replacement.";
      case CUSTOMER_CHOICE -> "Refund or replacement, as the customer chooses.";
      case SELLER_CHOICE -> "Refund or replacement, as the seller chooses.";
      case CANCEL -> "Cancelled.";
      case REACTIVATE -> "Reactivated.";
      case DELETE_DATA -> "The data is deleted.";
      case RESHIP -> "Sent again.";
      case EXCHANGE -> "Exchange.";
      case DENY -> refused(kind);
      case REVIEW -> "A person decides.";
      case NEEDS_INFO -> "Not decided yet: something has to be known first.";
      case REFER -> "Another agreement rules this.";
      case NO_EFFECT -> "Nothing changes.";
    };
  }

  private static String refused(ClaimKind kind) {
    return switch (kind) {
      case REFUND, RETURN, DISPUTE, TERMINATION, DISCONTINUATION -> "No money back.";
      case CANCEL -> "No cancellation.";
      case REPLACE -> "No replacement.";
      case EXCHANGE -> "No exchange.";
      case REACTIVATE -> "No reactivation.";
      case DELETE_DATA -> "No deletion.";
      case RESHIP -> "Not sent again.";
    };
  }

  /** What a customer does by such a claim. */
  static String doing(ClaimKind kind) {
    return switch (kind) {
      case CANCEL -> "cancel";
      case REFUND -> "ask for the money back";
      case RETURN -> "send it back";
      case REPLACE -> "have it replaced";
      case EXCHANGE -> "exchange it";
      case REACTIVATE -> "reactivate the account";
      case DELETE_DATA -> "have the data deleted";
      case RESHIP -> "have it sent again";
      case DISPUTE -> "dispute the payment";
      case TERMINATION, DISCONTINUATION -> "see the service end";
    };
  }

  private static String sentence(Effect effect) {
    return switch (effect) {
      case CANCEL_NOW -> "The order or plan ends now.";
      case CANCEL_AT_TERM_END -> "The plan runs to the end of the time paid for, then stops.";
      case HOLD -> "Money and making are held until this is decided.";
      case SUSPEND -> "The account is suspended.";
      case DOWNGRADE -> "The account goes down to its lower plan.";
      case DEACTIVATE -> "The account is switched off, not deleted.";
      case RESTORE -> "The account is restored.";
      case REVOKE_CARD -> "The card is revoked for good.";
      case PURGE_DATA -> "The stored data is removed for good.";
      case NO_SETUP_FEE -> "No set-up fee is charged.";
      case TERMINATE -> "The account is closed.";
    };
  }

  static String step(Step step) {
    return switch (step) {
      case CANCEL_EFFECTIVE -> "The cancellation takes effect";
      case ACKNOWLEDGE -> "Confirming receipt:";
      case DECIDE -> "Deciding:";
      case SHIP_BACK -> "Posting the goods back:";
      case INSPECT -> "Inspecting the goods:";
      case REFUND -> "Paying the money back:";
    };
  }

  static String uses(long uses) {
    return count(uses, "use");
  }

  /** What was counted inside a window, and how well it is known. */
  static String counted(UsesSeen.InWindow uses, CountedUses counted) {
    return "Counted in the "
        + uses.window().span().inWords()
        + ": "
        + byClass(uses, counted)
        + (uses.kinds().isTold() ? kinds(uses.kinds()) : "");
  }

  private static String byClass(UsesSeen.InWindow uses, CountedUses counted) {
    String taps = count(uses.taps(), "tap");
    String shares = count(uses.shares(), "share");
    if (counted.isUsual()) {
      return taps + " and " + shares + ".";
    }
    return counted.taps()
        ? taps + "; not counted by this policy: " + shares + "."
        : shares + "; not counted by this policy: " + taps + ".";
  }

  private static String kinds(TapKinds kinds) {
    return " Of the taps "
        + kinds.signed()
        + " are signed by the chip, "
        + kinds.mirrored()
        + " mirrored by it, "
        + kinds.bare()
        + " the link alone"
        + (kinds.quick() == 0 ? "" : "; " + kinds.quick() + " came in quick succession")
        + ".";
  }

  static String unseen(long reads) {
    return "There may have been up to "
        + count(reads, "more use")
        + ": reads of the chips that never came here (offline, broken off, kept for later), or uses"
        + " whose time is in doubt.";
  }

  static String notice(Notice notice) {
    return switch (notice) {
      case USAGE_MAY_BE_HIGHER ->
          "Look at this first: were they uses that count, the claim would get something else.";
    };
  }

  /** What happened, as a point in time is named. */
  static String happened(Event event) {
    return switch (event) {
      case PURCHASED_AT -> "the purchase";
      case UPGRADED_AT -> "the upgrade";
      case PROCESSED_AT -> "processing began";
      case PRODUCTION_STARTED_AT -> "production began";
      case SHIPPED_AT -> "shipping";
      case DELIVERED_AT -> "delivery";
      case ACTIVATED_AT -> "activation";
      case CANCELLED_AT -> "the cancellation";
      case DISCONTINUED_AT -> "the seller ends the service";
      case PERIOD_STARTED_AT -> "the start of the paid period";
      case RENEWS_AT -> "the renewal";
      case PAID_UNTIL -> "the end of the paid time";
      case COMPLETE_AT -> "the claim was complete";
      case RMA_ISSUED_AT -> "the return number";
      case POSTED_BACK_AT -> "posting the goods back";
      case GOODS_RECEIVED_AT -> "receiving the goods back";
      case APPROVED_AT -> "approval";
    };
  }

  /** What is due, as a point in time is named. */
  static String due(Step step) {
    return switch (step) {
      case CANCEL_EFFECTIVE -> "the cancellation takes effect";
      case ACKNOWLEDGE -> "receipt is confirmed by then";
      case DECIDE -> "decided by then";
      case SHIP_BACK -> "goods posted back by then";
      case INSPECT -> "goods inspected by then";
      case REFUND -> "money paid back by then";
    };
  }

  static String notYet(Event event) {
    return switch (event) {
      case PURCHASED_AT -> "nothing was bought yet";
      case UPGRADED_AT -> "the plan was not upgraded yet";
      case PROCESSED_AT -> "the order was not processed yet";
      case PRODUCTION_STARTED_AT -> "production had not started yet";
      case SHIPPED_AT -> "the order was not shipped yet";
      case DELIVERED_AT -> "the order was not delivered yet";
      case ACTIVATED_AT -> "it was not activated yet";
      case CANCELLED_AT -> "nothing was cancelled yet";
      case DISCONTINUED_AT -> "the service was not ended by the seller";
      case PERIOD_STARTED_AT -> "no paid time has started";
      case RENEWS_AT -> "no renewal is set";
      case PAID_UNTIL -> "no time is paid for";
      case COMPLETE_AT -> "the claim is not complete yet";
      case RMA_ISSUED_AT -> "no return number was issued yet";
      case POSTED_BACK_AT -> "the goods were not posted back yet";
      case GOODS_RECEIVED_AT -> "the goods did not come back yet";
      case APPROVED_AT -> "the refund was not approved yet";
    };
  }

  /** How late something was, in the largest unit that fits. */
  static String length(Instant from, Instant to) {
    Duration late = Duration.between(from, to);
    if (late.isZero()) {
      return "at that very moment, which is too late";
    }
    if (late.toDays() > 0) {
      return count(late.toDays(), "day") + " later";
    }
    if (late.toHours() > 0) {
      return count(late.toHours(), "hour") + " later";
    }
    return late.toMinutes() > 0
        ? count(late.toMinutes(), "minute") + " later"
        : count(late.toSeconds(), "second") + " later";
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
