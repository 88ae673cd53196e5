package tapwright.core.policy.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tapwright.core.policy.Word;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.decide.Resolution;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Fact;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Situation;

/**
 * What lies around a decision: what would change it, what the customer can still ask, and what is
 * left to staff.
 *
 * @param claim what was decided
 * @param outcome what it gets
 * @param changes what one other fact would change
 * @param possible what else the customer would be granted now
 */
public record Outlook(
    Claim claim,
    Outcome outcome,
    List<Counterfactual> changes,
    List<Counterfactuals.Possible> possible) {

  /** More would not be read. */
  private static final int MOST_SENTENCES = 8;

  /** What can still be found out or was measured; the rest is as it was ordered and filed. */
  private static final Set<Fact> OPEN_TO_DOUBT =
      Set.of(
          Fact.Uses.USES,
          Choice.CONTENT_MATCHES_ORDER,
          Choice.CHIP_TEST,
          Choice.CAUSE,
          Choice.PACKAGING,
          Flag.OPENED,
          Flag.USED,
          Flag.TROUBLESHOOTING,
          Flag.SUPPORT_CONTACTED,
          Event.PURCHASED_AT,
          Event.UPGRADED_AT,
          Event.PROCESSED_AT,
          Event.PRODUCTION_STARTED_AT,
          Event.SHIPPED_AT,
          Event.DELIVERED_AT,
          Event.ACTIVATED_AT,
          Event.POSTED_BACK_AT);

  private static final Set<String> SAID =
      OPEN_TO_DOUBT.stream().map(Fact::key).collect(Collectors.toUnmodifiableSet());

  public Outlook {
    changes = List.copyOf(changes);
    possible = List.copyOf(possible);
  }

  /** The outlook on a decision taken from the same. */
  public static Outlook of(Pack pack, Calendar calendar, Claim claim, Facts facts) {
    return new Outlook(
        claim,
        Resolution.of(new Situation(pack, calendar, claim, facts)).outcome(),
        Counterfactuals.of(pack, calendar, claim, facts),
        Counterfactuals.stillPossible(pack, calendar, claim, facts));
  }

  /** In plain words, line by line: of the changes those that are most asked for. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    changes.stream()
        .filter(change -> SAID.contains(change.fact()) && !change.isOfAnotherVersion())
        .limit(MOST_SENTENCES)
        .forEach(change -> lines.add(sentence(change)));
    if (!possible.isEmpty()) {
      lines.add(
          "The customer can still: "
              + possible.stream().map(Outlook::inWords).collect(Collectors.joining("; "))
              + ".");
    }
    switch (outcome) {
      case REVIEW -> lines.add("Only staff can: decide this claim, with a reason.");
      case DENY -> lines.add("Only staff can: make an exception, with a reason.");
      case NEEDS_INFO, REFER, NO_EFFECT, FULL_REFUND, PARTIAL_REFUND, PRORATED_REFUND -> {}
      case REPLACEMENT, CUSTOMER_CHOICE, SELLER_CHOICE, CANCEL, REACTIVATE -> {}
      case DELETE_DATA, RESHIP, EXCHANGE -> {}
    }
    return List.copyOf(lines);
  }

  private String sentence(Counterfactual change) {
    return change.suppose()
        + ": "
        + Phrases.laterResult(change.outcome(), change.effects(), claim.kind())
        + cited(change.by())
        + ".";
  }

  private static String inWords(Counterfactuals.Possible possible) {
    return Phrases.doing(possible.kind()) + cited(possible.by());
  }

  private static String cited(List<String> by) {
    return by.isEmpty() ? "" : " (" + String.join(", ", by) + ")";
  }

  /** As ordered plain values, for JSON. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("wouldChange", changes.stream().map(Outlook::entry).toList());
    map.put("stillPossible", possible.stream().map(Outlook::entry).toList());
    return map;
  }

  private static Map<String, Object> entry(Counterfactual change) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("fact", change.fact());
    map.put("from", change.was());
    map.put("to", change.becomes());
    map.put("outcome", change.outcome().word());
    map.put("effects", change.effects().stream().sorted().map(Word::word).toList());
    map.put("by", change.by());
    return map;
  }

  private static Map<String, Object> entry(Counterfactuals.Possible possible) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", possible.kind().word());
    map.put("outcome", possible.outcome().word());
    map.put("effects", possible.effects().stream().sorted().map(Word::word).toList());
    map.put("by", possible.by());
    return map;
  }
}
