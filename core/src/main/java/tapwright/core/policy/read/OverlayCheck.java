package tapwright.core.policy.read;

import java.util.EnumSet;
import java.util.Set;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.Word;
import tapwright.core.policy.calendar.LastDay;
import tapwright.core.policy.calendar.Unit;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.ClauseKind;
import tapwright.core.policy.pack.DueRule;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Step;
import tapwright.core.policy.pack.Then;
import tapwright.core.yaml.Malformed;
import tapwright.core.yaml.YamlMap;
import tapwright.core.yaml.YamlNode;

/** Keeps overlays to what they are for: more rights for the customer, less time for the seller. */
final class OverlayCheck {

  /** What may be done beside a right without harm to the customer. */
  private static final Set<Effect> HARMLESS =
      EnumSet.of(Effect.CANCEL_NOW, Effect.CANCEL_AT_TERM_END, Effect.RESTORE, Effect.NO_SETUP_FEE);

  private OverlayCheck() {}

  static void check(YamlMap node, Clause clause) {
    if (clause.kind() != ClauseKind.RIGHT && clause.kind() != ClauseKind.DUTY) {
      throw takes(node.required("kind"), clause.kind().word(), "right or duty");
    }
    if (!clause.overrides().isEmpty()) {
      throw takes(
          node.required("overrides"),
          String.join(", ", clause.overrides().keySet()),
          "none: a right of the law goes first by itself");
    }
    clause.then().forEach(then -> check(node.required("then"), then));
    clause.due().forEach(rule -> check(node.required("due"), rule));
  }

  private static void check(YamlNode node, Then then) {
    boolean gives = then.outcome().grants() && then.outcome() != Outcome.SELLER_CHOICE;
    if (!gives) {
      throw takes(node, then.outcome().word(), "an outcome that gives the customer something");
    }
    if (!HARMLESS.containsAll(then.effects())) {
      throw takes(node, Word.list(then.effects()), Word.list(HARMLESS));
    }
  }

  /** A deadline of the seller, counted without holidays, which may not be on file. */
  private static void check(YamlNode node, DueRule rule) {
    if (rule.step() == Step.SHIP_BACK) {
      throw takes(node, rule.step().word(), "a step that the seller has to take");
    }
    boolean plain =
        rule.clock() instanceof DueRule.Running running
            && running.span().unit() != Unit.BUSINESS_DAYS
            && running.span().lastDay() == LastDay.END_OF_DAY;
    if (!plain) {
      throw takes(
          node, rule.step().word() + " on another clock", "hours or calendar days, to their end");
    }
  }

  private static Malformed takes(YamlNode node, String seen, String allowed) {
    return new Malformed(
        PolicyRefusal.OVERLAY_TAKES.with(
            "place", node.place(), "key", node.key(), "seen", seen, "allowed", allowed));
  }
}
