package tapwright.core.policy.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.core.policy.NaiveCases;
import tapwright.core.policy.Samples;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.mutants.Mutant;
import tapwright.core.policy.mutants.Mutants;
import tapwright.core.policy.naive.CaseMaker;
import tapwright.core.policy.naive.PlainCase;
import tapwright.core.policy.pack.Pack;

/**
 * No change of a pack, however small, passes all of its cases. The mutants that no case can tell
 * from the pack are listed by name, each with the reason.
 *
 * <p>Beside the golden cases stand boundary cases, which were made up for this and pin all of a
 * decision. After a deliberate change of a pack they are made anew by running this test with {@code
 * -Dtapwright.boundary=write}; what changed in them is then to be read in the diff.
 */
class MutantsTest {

  private static final Path ROOT = Path.of(System.getProperty("tapwright.root", ".."));
  private static final Path POLICIES = ROOT.resolve("core/src/test/resources/tapwright/policies");
  private static final Path BOUNDARY = POLICIES.resolve("boundary");

  private static final boolean WRITE = System.getProperty("tapwright.boundary", "").equals("write");

  private static final long SEED = 20261122;

  /** How many cases are made up around a mutant before it is given up. */
  private static final int TRIES = 4_000;

  @BeforeAll
  static void writeAnew_onDemand() throws IOException {
    if (WRITE) {
      for (Pack pack : packs().toList()) {
        write(pack);
      }
    }
  }

  static Stream<Pack> packs() {
    return Samples.PACKS.all().stream();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyMutant_isKilledOrListed(Pack pack) throws IOException {
    List<MutantRun.Check> checks = checks(pack);
    List<String> survivors = new ArrayList<>();
    int living = 0;
    for (Mutant mutant : Mutants.of(NaiveCases.text(pack))) {
      Optional<Pack> changed = MutantRun.read(mutant);
      if (changed.isPresent()) {
        living++;
        if (!MutantRun.isKilled(changed.get(), mutant.clause(), checks)) {
          survivors.add(mutant.name());
        }
      }
    }
    System.out.println(
        pack.key()
            + ": "
            + living
            + " mutants, "
            + survivors.size()
            + " listed as equivalent, "
            + checks.size()
            + " cases");
    assertTrue(living > 100, "mutants are missing");
    assertEquals(listed(pack), new TreeSet<>(survivors));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyCase_passesOnThePackItself(Pack pack) throws IOException {
    for (MutantRun.Check check : checks(pack)) {
      assertTrue(check.passes(pack), () -> check.golden().name() + ": " + check.seen(pack));
    }
  }

  /** The names of the mutants that no case can tell from the pack, each with the reason. */
  private static Set<String> listed(Pack pack) throws IOException {
    Map<String, String> reasons = table(BOUNDARY.resolve(pack.id() + ".equivalent.txt"));
    reasons.forEach((name, reason) -> assertFalse(reason.isBlank(), name));
    return reasons.keySet();
  }

  /** Lines of a name and a text behind a tab. */
  private static Map<String, String> table(Path file) throws IOException {
    Map<String, String> table = new TreeMap<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      if (!line.startsWith("#")) {
        int tab = line.indexOf('\t');
        table.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    return table;
  }

  private static List<MutantRun.Check> checks(Pack pack) throws IOException {
    List<MutantRun.Check> checks = new ArrayList<>();
    add(checks, pack, POLICIES.resolve("cases"), Map.of());
    add(checks, pack, BOUNDARY, table(BOUNDARY.resolve(pack.id() + ".why.txt")));
    return checks;
  }

  private static void add(
      List<MutantRun.Check> checks, Pack pack, Path folder, Map<String, String> whys)
      throws IOException {
    Path path = folder.resolve(pack.id() + ".yaml");
    CaseFile file = CaseFile.parse(path.toString(), Files.readString(path)).orThrow();
    Calendar calendar = file.calendarFor(pack);
    for (CaseFile.Entry entry : file.cases()) {
      String why = whys.get(entry.name());
      checks.add(new MutantRun.Check(calendar, entry.parsed().orThrow(), why));
    }
  }

  /** Makes up cases until each mutant is killed by one, and keeps those that kill. */
  private static void write(Pack pack) throws IOException {
    List<MutantRun.Check> checks = new ArrayList<>();
    add(checks, pack, POLICIES.resolve("cases"), Map.of());
    StringBuilder cases = new StringBuilder(HEAD + "policy: " + pack.id() + "\ncases:\n");
    StringBuilder whys = new StringBuilder("# Why each boundary case is decided so.\n");
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    CaseMaker maker = new CaseMaker(NaiveCases.naive(NaiveCases.text(pack)), random);
    for (Mutant mutant : Mutants.of(NaiveCases.text(pack))) {
      Optional<Pack> changed = MutantRun.read(mutant);
      if (changed.isPresent() && !MutantRun.isKilled(changed.get(), mutant.clause(), checks)) {
        CaseMaker other = new CaseMaker(NaiveCases.naive(mutant.text()), random);
        killer(pack, changed.get(), List.of(maker, other), mutant.clause())
            .ifPresent(
                plain -> {
                  MutantRun.Check check = pinned(pack, mutant.name(), plain);
                  checks.add(check);
                  String expected = PinnedCase.text(check.golden().expected());
                  cases.append(plain.toYaml(mutant.name(), expected));
                  whys.append(mutant.name()).append('\t').append(check.why()).append('\n');
                });
      }
    }
    Files.createDirectories(BOUNDARY);
    Files.writeString(BOUNDARY.resolve(pack.id() + ".yaml"), cases);
    Files.writeString(BOUNDARY.resolve(pack.id() + ".why.txt"), whys);
  }

  private static MutantRun.Check pinned(Pack pack, String name, PlainCase plain) {
    Decision decision = decide(pack, plain);
    GoldenCase golden =
        new GoldenCase(
            name, NaiveCases.claim(plain), NaiveCases.facts(plain), PinnedCase.expect(decision));
    return new MutantRun.Check(pack.calendar(), golden, decision.why());
  }

  private static final String HEAD =
      """
      # Made up to tell the pack from its mutants; each is named after the first that it kills.
      # Every part of the decision is pinned. Not to be edited: see MutantsTest.
      """;

  private static Optional<PlainCase> killer(
      Pack pack, Pack mutant, List<CaseMaker> makers, String clause) {
    for (int i = 0; i < TRIES; i++) {
      for (CaseMaker maker : makers) {
        PlainCase plain = maker.about(clause);
        if (!pinned(pack, "", plain).passes(mutant)) {
          return Optional.of(plain);
        }
      }
    }
    return Optional.empty();
  }

  private static Decision decide(Pack pack, PlainCase plain) {
    return Engine.decide(pack, pack.calendar(), NaiveCases.claim(plain), NaiveCases.facts(plain));
  }
}
