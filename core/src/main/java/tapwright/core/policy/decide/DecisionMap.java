package tapwright.core.policy.decide;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.pack.Citation;
import tapwright.core.policy.pack.Miss;
import tapwright.core.policy.pack.Step;

/** A decision as plain values in a fixed order: text, numbers, lists and maps. */
final class DecisionMap {

  private DecisionMap() {}

  static Map<String, Object> of(Decision decision) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("outcome", decision.outcome().word());
    if (decision.amount() != null) {
      map.put("amount", decision.amount().toString());
    }
    map.put("by", decision.by().stream().map(DecisionMap::citation).toList());
    map.put("over", decision.over().stream().map(DecisionMap::overridden).toList());
    map.put("nearMisses", decision.nearMisses().stream().map(DecisionMap::nearMiss).toList());
    map.put("missing", decision.missing());
    map.put("effects", words(decision.effects()));
    if (decision.shipping() != null) {
      map.put("shipping", decision.shipping().word());
    }
    map.put("due", due(decision.due()));
    if (decision.until() != null) {
      map.put("until", until(decision.until()));
    }
    map.put("why", decision.why());
    if (decision.usage() != null) {
      map.put("usage", usage(decision.usage()));
    }
    if (!decision.notices().isEmpty()) {
      map.put("notices", words(decision.notices()));
    }
    map.put("claim", claim(decision.claim()));
    map.put("basis", basis(decision.basis()));
    return map;
  }

  private static Map<String, Object> citation(Citation clause) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("clause", clause.id());
    map.put("lines", clause.source().lines());
    map.put("section", clause.source().section());
    map.put("says", clause.says());
    return map;
  }

  private static Map<String, Object> overridden(Decision.Overridden overridden) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("clause", overridden.clause().id());
    map.put("winner", overridden.winner().id());
    map.put("ground", overridden.ground().word());
    return map;
  }

  private static Map<String, Object> nearMiss(Decision.NearMiss near) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("clause", near.clause().id());
    switch (near.miss()) {
      case Miss.OtherUses other -> {
        map.put("uses", other.uses());
        map.put("needed", other.needed().word() + " " + other.limit());
      }
      case Miss.Late late -> map.put("ended", late.end().toString());
      case Miss.NotYet notYet -> map.put("notYet", notYet.event().word());
    }
    return map;
  }

  private static Map<String, Object> due(Map<Step, Instant> due) {
    Map<String, Object> map = new LinkedHashMap<>();
    due.forEach((step, at) -> map.put(step.word(), at.toString()));
    return map;
  }

  private static Map<String, Object> until(Decision.Until until) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("at", until.at().toString());
    map.put("outcome", until.outcome().word());
    map.put("effects", words(until.effects()));
    map.put("by", until.by().stream().map(Citation::id).toList());
    return map;
  }

  private static Map<String, Object> usage(UsesSeen usage) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("windows", usage.windows().stream().map(DecisionMap::window).toList());
    if (!usage.counted().isUsual()) {
      map.put("counts", usage.counted().kinds().stream().map(Word::word).toList());
    }
    map.put("unseenReads", usage.unseenReads());
    return map;
  }

  private static Map<String, Object> window(UsesSeen.InWindow uses) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("window", uses.window().id());
    map.put("taps", uses.taps());
    map.put("shares", uses.shares());
    map.put("signed", uses.kinds().signed());
    map.put("mirrored", uses.kinds().mirrored());
    map.put("bare", uses.kinds().bare());
    map.put("quick", uses.kinds().quick());
    return map;
  }

  private static Map<String, Object> claim(Claim claim) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", claim.kind().word());
    map.put("reason", claim.reason().word());
    map.put("at", claim.at().toString());
    map.put("evidence", words(claim.evidence()));
    return map;
  }

  private static Map<String, Object> basis(Decision.Basis basis) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("pack", basis.pack());
    map.put("packSha256", basis.packSha256().toHex());
    map.put("calendarSha256", basis.calendarSha256().toHex());
    map.put("factsSha256", basis.factsSha256().toHex());
    map.put("zone", basis.zone().getId());
    return map;
  }

  private static List<String> words(Set<? extends Word> words) {
    return words.stream().map(Word::word).toList();
  }
}
