package tapwright.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.naive.CaseMaker;
import tapwright.core.policy.naive.Naive;
import tapwright.core.policy.naive.NaiveCalendar;
import tapwright.core.policy.naive.NaiveDecision;
import tapwright.core.policy.naive.NaivePack;
import tapwright.core.policy.naive.PlainCase;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;

/** The engine decides as a second, naive reading of the same packs does. */
class NaiveAgreementTest {

  private static final long SEED = 20261122;

  /** Of all packs together; a calendar serves this many cases. */
  private static final int CASES = 100_000;

  private static final int CASES_A_CALENDAR = 50;

  static Stream<Pack> packs() {
    return Samples.PACKS.all().stream();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyPack_decidesAsItsNaiveReading(Pack pack) {
    NaivePack naive = NaiveCases.naive(NaiveCases.text(pack));
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    CaseMaker maker = new CaseMaker(naive, random);
    SortedMap<String, Integer> outcomes = new TreeMap<>();
    Set<String> decided = new TreeSet<>();
    long packs = packs().count();
    for (int made = 0; made < Math.ceilDiv(CASES, packs); ) {
      NaiveCalendar days = maker.calendar();
      Calendar calendar = NaiveCases.calendar(pack, days);
      for (int i = 0; i < CASES_A_CALENDAR; i++, made++) {
        PlainCase plain = maker.next(days);
        NaiveDecision expected = Naive.decide(naive, days, plain);
        Claim claim = NaiveCases.claim(plain);
        Decision got = Engine.decide(pack, calendar, claim, NaiveCases.facts(plain));
        assertEquals(expected, plain(got), () -> where(pack, plain, days));
        outcomes.merge(expected.outcome(), 1, Integer::sum);
        decided.addAll(expected.outcome().equals("needs-info") ? List.of() : expected.by());
      }
    }
    System.out.println(pack.key() + ", seed " + SEED + ": " + outcomes);
    assertEquals(
        Set.of(), without(naive.decidingIds(), decided), "clauses that never decided: " + outcomes);
    assertTrue(granted(outcomes) > CASES / packs / 20, () -> "few are granted: " + outcomes);
  }

  private static String where(Pack pack, PlainCase plain, NaiveCalendar days) {
    return "seed " + SEED + ", " + pack.key() + ", " + days + "\n" + plain.toYaml("it", "");
  }

  private static Set<String> without(List<String> all, Set<String> some) {
    Set<String> left = new LinkedHashSet<>(all);
    left.removeAll(some);
    return left;
  }

  private static int granted(Map<String, Integer> outcomes) {
    return outcomes.entrySet().stream()
        .filter(entry -> Word.of(Outcome.values(), entry.getKey()).grants())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static NaiveDecision plain(Decision decision) {
    SortedMap<String, Instant> due = new TreeMap<>();
    decision.due().forEach((step, at) -> due.put(step.word(), at));
    return new NaiveDecision(
        decision.outcome().word(),
        new TreeSet<>(decision.byIds()),
        new TreeSet<>(decision.overIds()),
        new TreeSet<>(decision.missing()),
        new TreeSet<>(decision.effects().stream().map(Word::word).toList()),
        decision.amount() == null ? null : decision.amount().toString(),
        decision.shipping() == null ? null : decision.shipping().word(),
        due);
  }

  @Test
  void bothReadings_knowTheSameWords() {
    assertTrue(NaiveCases.shareTheirWords());
  }

  @Test
  void naiveReading_usesNothingOfTheEngine() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("tapwright.core.policy..")
                .and(JavaClass.Predicates.resideOutsideOfPackage("tapwright.core.policy.naive..")))
        .check(new ClassFileImporter().importPackages("tapwright.core.policy.naive"));
  }
}
