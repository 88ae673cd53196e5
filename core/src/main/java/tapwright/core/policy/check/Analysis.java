package tapwright.core.policy.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tapwright.core.policy.decide.NearMisses;
import tapwright.core.policy.decide.Resolution;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Gap;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Situation;

/** Goes through all cells of a pack and gathers how they end. */
final class Analysis {

  private final Pack pack;
  private final Blanks blanks;
  private final Map<String, Integer> cells = new TreeMap<>();
  private final Map<Gap, Group> gaps = new LinkedHashMap<>();
  private final Map<String, Group> silent = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  Analysis(Pack pack) {
    this.pack = pack;
    this.blanks = new Blanks(pack);
  }

  /** Groups of cells that are reported as one. */
  private static final class Group {
    private final Situation example;
    private int cells;

    Group(Situation example) {
      this.example = example;
    }
  }

  PackCheck check() {
    for (ClaimKind kind : ClaimKind.values()) {
      Walk.through(blanks.of(kind), this::count);
    }
    silent.forEach(this::undeclared);
    findings.addAll(Collisions.of(blanks));
    findings.addAll(Dead.of(blanks, gaps.keySet()));
    return new PackCheck(pack.key(), cells, declared(), findings);
  }

  private void count(Leaf leaf) {
    cells.merge(label(leaf), 1, Integer::sum);
    Situation situation = leaf.reach().situation();
    if (leaf.gap() != null) {
      gaps.computeIfAbsent(leaf.gap(), gap -> new Group(situation)).cells++;
    } else if (leaf.ending() == Leaf.Ending.SILENT) {
      silent.computeIfAbsent(theme(situation), theme -> new Group(situation)).cells++;
    }
  }

  private static String label(Leaf leaf) {
    return switch (leaf.ending()) {
      case DECIDED -> leaf.standing().getFirst().follows().getFirst().outcome().word();
      case DISAGREES -> "clash";
      case ASKS -> Outcome.NEEDS_INFO.word();
      case GAP -> "gap";
      case SILENT -> "silent";
    };
  }

  /** What gaps are reported by: kind of the claim, its reason, and what it is about. */
  private static String theme(Situation situation) {
    Function<Choice, String> value =
        choice ->
            Optional.ofNullable(situation.valueOf(choice))
                .map(word -> ", " + choice.key() + " " + word.word())
                .orElse("");
    return situation.claim().kind().word() + value.apply(Choice.LINE) + value.apply(Choice.REASON);
  }

  private void undeclared(String theme, Group group) {
    ClaimKind kind = group.example.claim().kind();
    boolean spoken = !pack.deciding(kind).isEmpty();
    String says =
        spoken
            ? "no clause decides some claims of kind " + theme + ", and no gap declares it"
            : "no clause speaks of claims of kind " + theme + ", and no gap declares it";
    findings.add(
        new Finding(
            Finding.Kind.UNDECLARED_GAP,
            nearest(kind, group.example),
            says,
            group.cells,
            Example.of("falls through: " + theme.replace(",", ""), group.example)));
  }

  /** Where to look first: the clause that came closest, else one that speaks of such claims. */
  private String nearest(ClaimKind kind, Situation fallen) {
    Situation settled = fallen.settled();
    return NearMisses.of(settled, Resolution.of(settled)).stream()
        .map(near -> pack.clause(near.clause().id()))
        .findFirst()
        .or(() -> pack.clauses().stream().filter(clause -> clause.decidesOn(kind)).findFirst())
        .map(Clause::place)
        .orElseGet(pack::file);
  }

  private List<PackCheck.DeclaredGap> declared() {
    return gaps.entrySet().stream()
        .map(
            entry ->
                new PackCheck.DeclaredGap(
                    entry.getKey().id(),
                    entry.getKey().place(),
                    entry.getKey().because(),
                    entry.getValue().cells,
                    Example.of("gap " + entry.getKey().id(), entry.getValue().example)))
        .toList();
  }
}
