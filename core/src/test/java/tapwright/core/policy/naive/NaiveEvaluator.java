package tapwright.core.policy.naive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides a case on which no clause waits for a fact, by going through the pack's text. */
final class NaiveEvaluator {

  private final World world;
  private final String kind;

  /** The clauses that apply, each with what follows from it, in the order of the text. */
  private final Map<String, Plain> follows = new TreeMap<>();

  private final List<Plain> applying = new ArrayList<>();

  private NaiveEvaluator(World world) {
    this.world = world;
    this.kind = world.plain().kind();
  }

  static NaiveDecision decide(World world) {
    return isTooOld(world)
        ? NaiveDecision.review(versionClause(world), new TreeSet<>())
        : new NaiveEvaluator(world).decide();
  }

  private static boolean isTooOld(World world) {
    Optional<Plain> version = world.pack().version();
    if (version.isEmpty()) {
      return false;
    }
    Instant event = world.plain().events().get(version.get().at("by").text());
    return event != null && event.isBefore(world.pack().start().orElseThrow());
  }

  private static SortedSet<String> versionClause(World world) {
    return world
        .pack()
        .version()
        .flatMap(version -> version.find("clause"))
        .map(clause -> new TreeSet<>(Set.of(clause.text())))
        .orElseGet(TreeSet::new);
  }

  /** What follows from a clause: the first variant whose condition holds. */
  static Optional<Plain> variant(World world, Plain clause) {
    return clause.at("then").itemsOrOne().stream()
        .filter(variant -> world.holds(variant.find("when")).yes())
        .findFirst();
  }

  private NaiveDecision decide() {
    for (Plain clause : world.pack().deciding(kind)) {
      Optional<Plain> variant = variant(world, clause);
      if (world.holds(clause.find("when")).yes() && variant.isPresent()) {
        applying.add(clause);
        follows.put(NaivePack.id(clause), variant.get());
      }
    }
    SortedSet<String> over = defeated();
    List<Plain> standing =
        applying.stream().filter(clause -> !over.contains(NaivePack.id(clause))).toList();
    boolean allTheSame =
        standing.stream().allMatch(clause -> giveTheSame(standing.getFirst(), clause));
    return standing.isEmpty() || !allTheSame
        ? NaiveDecision.review(ids(standing), over)
        : agreed(standing, over);
  }

  /**
   * The clauses that lose: scanned again and again, a clause stands once all that could defeat it
   * have lost, and loses once one of those stands.
   */
  private SortedSet<String> defeated() {
    Map<String, Boolean> lost = new HashMap<>();
    while (lost.size() < applying.size()) {
      int before = lost.size();
      for (Plain clause : applying) {
        List<Boolean> rivals =
            applying.stream()
                .filter(other -> defeats(other, clause))
                .map(other -> lost.get(NaivePack.id(other)))
                .toList();
        if (rivals.stream().anyMatch(Boolean.FALSE::equals)) {
          lost.put(NaivePack.id(clause), true);
        } else if (rivals.stream().allMatch(Boolean.TRUE::equals)) {
          lost.put(NaivePack.id(clause), false);
        }
      }
      if (lost.size() == before) {
        throw new IllegalStateException("overrides run in a circle");
      }
    }
    return lost.keySet().stream().filter(lost::get).collect(Collectors.toCollection(TreeSet::new));
  }

  /** An edge counts only between clauses that say different things (S19). */
  private boolean defeats(Plain winner, Plain loser) {
    return winner.find("overrides").map(edges -> edges.has(NaivePack.id(loser))).orElse(false)
        && !giveTheSame(winner, loser);
  }

  private boolean giveTheSame(Plain one, Plain other) {
    return outcome(one).equals(outcome(other)) && effects(one).equals(effects(other));
  }

  private Plain then(Plain clause) {
    Plain then = follows.get(NaivePack.id(clause));
    if (then == null) {
      throw new IllegalStateException("clause " + NaivePack.id(clause) + " does not apply");
    }
    return then;
  }

  private String outcome(Plain clause) {
    return then(clause).at("outcome").text();
  }

  private SortedSet<String> effects(Plain clause) {
    return then(clause)
        .find("effects")
        .<SortedSet<String>>map(effects -> new TreeSet<>(effects.words()))
        .orElseGet(TreeSet::new);
  }

  /** What the clauses that agree say, once nothing is lacking. */
  private NaiveDecision agreed(List<Plain> all, SortedSet<String> over) {
    List<Plain> complete = all.stream().filter(clause -> lacks(clause).isEmpty()).toList();
    List<Plain> standing = complete.isEmpty() ? all : complete;
    SortedSet<String> missing = new TreeSet<>();
    SortedSet<String> asking = ids(standing);
    standing.forEach(clause -> missing.addAll(lacks(clause)));
    if (isWorthAsking(standing.getFirst())) {
      for (Plain demand : world.pack().demanding(kind)) {
        if (world.holds(demand.find("when")).yes() && !lacks(demand).isEmpty()) {
          missing.addAll(lacks(demand));
          asking.add(NaivePack.id(demand));
        }
      }
    }
    if (!missing.isEmpty()) {
      return NaiveDecision.needsInfo(asking, over, missing);
    }
    String outcome = outcome(standing.getFirst());
    NaiveDues dues = NaiveDues.of(world, standing, outcome);
    return dues.missing().isEmpty()
        ? granted(standing, over, dues)
        : NaiveDecision.needsInfo(ids(standing), over, dues.missing());
  }

  private NaiveDecision granted(List<Plain> standing, SortedSet<String> over, NaiveDues dues) {
    return new NaiveDecision(
        outcome(standing.getFirst()),
        ids(standing),
        over,
        new TreeSet<>(),
        effects(standing.getFirst()),
        amount(standing),
        firstOf(standing, "shipping"),
        dues.dates());
  }

  /** The evidence that a clause asks for and that did not come. */
  private SortedSet<String> lacks(Plain clause) {
    SortedSet<String> lacking = new TreeSet<>();
    for (Plain demand : clause.find("evidence").map(Plain::items).orElse(List.of())) {
      Optional<Plain> when = demand.isMap() ? demand.find("when") : Optional.empty();
      List<String> alternatives = (demand.isMap() ? demand.at("any-of") : demand).words();
      boolean came = !Collections.disjoint(alternatives, world.plain().evidence());
      if (world.holds(when).yes() && !came) {
        lacking.addAll(alternatives);
      }
    }
    return lacking;
  }

  /** A plain refusal, a hold, a reference and a "nothing follows" stay what they are. */
  private boolean isWorthAsking(Plain clause) {
    return switch (outcome(clause)) {
      case "deny" -> !effects(clause).isEmpty();
      case "review" -> !effects(clause).contains("hold");
      case "refer", "no-effect", "needs-info" -> false;
      default -> true;
    };
  }

  private @Nullable String amount(List<Plain> standing) {
    String rule = firstOf(standing, "amount");
    String price = world.plain().price();
    if (rule == null || price == null) {
      return null;
    }
    return rule.equals("price") ? price : NaiveDues.unusedShare(world, price);
  }

  private @Nullable String firstOf(List<Plain> standing, String key) {
    return standing.stream()
        .flatMap(clause -> then(clause).find(key).stream())
        .map(Plain::text)
        .findFirst()
        .orElse(null);
  }

  private static SortedSet<String> ids(List<Plain> clauses) {
    return clauses.stream().map(NaivePack::id).collect(Collectors.toCollection(TreeSet::new));
  }
}
