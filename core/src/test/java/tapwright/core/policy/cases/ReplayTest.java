package tapwright.core.policy.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.core.policy.Samples.B;
import static tapwright.core.policy.Samples.plan;
import static tapwright.core.policy.Samples.refund;
import static tapwright.core.policy.Samples.uses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;
import tapwright.core.policy.Samples;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.explain.Explanation;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Term;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;

class ReplayTest {

  private static final int KEPT = 10_000;
  private static final long SEED = 20261122;

  @TempDir private Path folder;

  @Test
  void sameInput_givesTheSameBytesAndWords_whateverTheMachinesZoneAndLanguage() {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    Decision here = decision(12);
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab-ca-islamic"));

      assertEquals(here.canonicalBytes(), decision(12).canonicalBytes());
      assertEquals(words(here), words(decision(12)));
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  /** The words made anew from a pack that is read anew. */
  private static List<String> words(Decision decision) {
    return Explanation.of(decision);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pacific/Kiritimati ar SA", "America/St_Johns tr TR"})
  void keptDecisions_replayToTheSameBytesAndWords_inAnotherJvm(String defaults) throws Exception {
    List<Path> files = keep();
    List<String> kept = digests(files);
    String[] parts = defaults.split(" ", -1);

    List<String> said = new ArrayList<>(replay(parts, files));

    assertEquals(parts[0] + " " + parts[1] + "_" + parts[2], said.removeFirst());
    assertEquals(KEPT, said.size());
    assertEquals(kept, said);
  }

  @Test
  void keptDecisions_replayToTheSameBytesAndWords() throws IOException {
    List<Path> files = keep();

    assertEquals(digests(files), digests(files));
    assertTrue(new HashSet<>(digests(files)).size() > KEPT * 9 / 10, "the decisions are all alike");
  }

  /** As many claims as are kept, shared out among the packs. */
  private List<Path> keep() throws IOException {
    List<Path> files = new ArrayList<>();
    List<Pack> packs = Samples.PACKS.all();
    for (int i = 0; i < packs.size(); i++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + i);
      int count = KEPT * (i + 1) / packs.size() - KEPT * i / packs.size();
      String text = ReplayFile.text(packs.get(i), random, count);
      files.add(Files.writeString(folder.resolve(packs.get(i).id() + ".yaml"), text));
    }
    return files;
  }

  private static List<String> digests(List<Path> files) throws IOException {
    List<String> digests = new ArrayList<>();
    for (Path file : files) {
      digests.addAll(ReplayFile.digests(file));
    }
    return digests;
  }

  private List<String> replay(String[] defaults, List<Path> files) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=" + defaults[0],
                "-Duser.language=" + defaults[1],
                "-Duser.country=" + defaults[2],
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ReplayFile.class.getName()));
    files.forEach(file -> command.add(file.toString()));
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the other JVM did not end");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue());
    return Files.readAllLines(out);
  }

  @Test
  void canonicalForm_isThis() {
    Pack pack =
        Samples.pack(
            """
            clauses:
              - id: Z1
                kind: bar
                source: {lines: [3, 4], section: One}
                says: no money back
                claims: [refund]
                then: {outcome: deny}
            """);

    Bytes bytes =
        Samples.decide(
                pack,
                refund("2026-05-02T10:00:00+05:30"),
                plan(Term.MONTHLY, "2026-05-01T00:00:00Z"))
            .canonicalBytes();

    assertEquals(
        """
        tapwright-decision 1
        /outcome deny
        /by/0/clause Z1
        /by/0/lines/0 3
        /by/0/lines/1 4
        /by/0/section One
        /by/0/says no money back
        /why\s
        /claim/kind refund
        /claim/reason change-of-mind
        /claim/at 2026-05-02T04:30:00Z
        /claim/evidence/0 order-number
        /claim/evidence/1 reason
        /claim/evidence/2 description
        /claim/evidence/3 photo-product
        /claim/evidence/4 photo-packaging
        /claim/evidence/5 screenshot
        /claim/evidence/6 tracking
        /claim/evidence/7 owner-verified
        /claim/evidence/8 written
        /basis/pack z-sample@1
        /basis/packSha256 %s
        /basis/calendarSha256 %s
        /basis/factsSha256 %s
        /basis/zone Asia/Riyadh
        """
            .formatted(
                pack.sha256(),
                pack.calendar().sha256(),
                Bytes.ofUtf8("line subscription\nterm monthly\npurchasedAt 2026-05-01T00:00:00Z\n")
                    .sha256()),
        bytes.toUtf8());
  }

  @Test
  void otherFacts_giveOtherBytes() {
    assertNotEquals(decision(12).canonicalBytes(), decision(13).canonicalBytes());
  }

  @Test
  void packReadAgain_givesTheSameBytes() {
    Pack again = Packs.shipped().find("b-rigardz").orElseThrow();
    Facts facts = plan(Term.MONTHLY, "2026-04-27T09:15:00+05:30").usage(uses(12)).build();
    Claim claim = refund("2026-05-02T10:00:00+05:30");

    assertEquals(
        Engine.decide(B, B.calendar(), claim, facts).canonicalBytes(),
        Engine.decide(again, again.calendar(), claim, facts).canonicalBytes());
  }

  private static Decision decision(long taps) {
    return Samples.decide(
        B,
        refund("2026-05-02T10:00:00+05:30"),
        plan(Term.MONTHLY, "2026-04-27T09:15:00+05:30").usage(uses(taps)));
  }
}
