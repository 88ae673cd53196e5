package tapwright.core.policy.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;
import tapwright.core.policy.Money;
import tapwright.core.policy.Samples;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.fact.TapKinds;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;

class KeptDecisionsTest {

  private static final Path CASES =
      Path.of(System.getProperty("tapwright.root", ".."))
          .resolve("core/src/test/resources/tapwright/policies/cases");

  private static final Claim CLAIM =
      Claim.withAllEvidence(
          ClaimKind.REFUND, Reason.UNUSED, Samples.at("2026-03-05T10:00:00+05:30"));

  private static final Facts FACTS =
      Facts.builder()
          .choose(Choice.LINE, Line.SUBSCRIPTION)
          .flag(Flag.OPENED, true)
          .price(new Money(4_900, "INR"))
          .at(Event.PURCHASED_AT, Samples.at("2026-03-01T10:00:00.123456+05:30"))
          .usage(
              new Usage.Timeline(
                  List.of(
                      new Usage.Use(Samples.at("2026-03-02T10:00:00+05:30"), 1, 0),
                      new Usage.Use(
                          Samples.at("2026-03-03T10:00:00+05:30"),
                          6,
                          0,
                          new TapKinds(1, 2, 3, 1)))))
          .unseenReads(4)
          .build();

  @Test
  void everyGoldenCase_isDecidedAgainToTheSameBytes() throws IOException {
    int replayed = 0;
    for (CaseFile file : caseFiles()) {
      Pack pack = Samples.PACKS.find(file.policy()).orElseThrow();
      for (CaseFile.Entry entry : file.cases()) {
        GoldenCase golden = entry.parsed().orThrow();
        Replay.Kept kept = kept(pack, golden.claim(), withKnownUsage(golden.facts()));
        assertEquals(Replay.Result.SAME, Replay.of(kept, Samples.PACKS), entry.name());
        replayed++;
      }
    }
    assertTrue(replayed > 100, "only " + replayed + " cases");
  }

  /** As on record, where every use is listed and so none means none. */
  private static Facts withKnownUsage(Facts facts) {
    return facts.usage().equals(Usage.UNKNOWN)
        ? facts.toBuilder().usage(new Usage.Timeline(List.of())).build()
        : facts;
  }

  private static List<CaseFile> caseFiles() throws IOException {
    List<CaseFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(CASES)) {
      for (Path path : paths.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
        files.add(CaseFile.parse(path.getFileName().toString(), Files.readString(path)).orThrow());
      }
    }
    return files;
  }

  private static Replay.Kept kept(Pack pack, Claim claim, Facts facts) {
    return kept(facts.toText(), Engine.decide(pack, pack.calendar(), claim, facts));
  }

  private static Replay.Kept kept(String facts, Decision decision) {
    return new Replay.Kept(
        decision.basis().pack(),
        decision.basis().packSha256().toHex(),
        decision.basis().calendarSha256().toHex(),
        Bytes.ofUtf8(facts),
        decision.canonicalBytes());
  }

  @Test
  void aFactChangedBesideItsDecision_isSeen() {
    Decision decision = Engine.decide(Samples.B, Samples.B.calendar(), CLAIM, FACTS);

    assertEquals(
        Replay.Result.DIFFERS,
        Replay.of(kept(FACTS.toText().replace(" 1 0", " 2 0"), decision), Samples.PACKS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "use",
        "use 2026-03-02T04:30:00Z one 0",
        "use yesterday 1 0",
        "price 49",
        "taps x",
        "unseenReads x",
        "line tablet",
        "opened false",
        "purchasedAt yesterday",
        "claim refund"
      })
  void aLineThatNoFactIsWrittenIn_isUnreadable(String line) {
    Decision decision = Engine.decide(Samples.B, Samples.B.calendar(), CLAIM, FACTS);

    assertEquals(
        Replay.Result.UNREADABLE,
        Replay.of(kept(FACTS.toText() + line + "\n", decision), Samples.PACKS));
  }

  @Test
  void aDecisionWithoutItsClaim_isUnreadable() {
    Decision decision = Engine.decide(Samples.B, Samples.B.calendar(), CLAIM, FACTS);
    Replay.Kept whole = kept(FACTS.toText(), decision);
    String text = whole.decision().toUtf8();

    for (String lost : List.of("/claim/at ", "/claim/kind ", "/claim/reason ")) {
      Replay.Kept torn =
          new Replay.Kept(
              whole.pack(),
              whole.packSha256(),
              whole.calendarSha256(),
              whole.facts(),
              Bytes.ofUtf8(text.replace(lost, "/lost ")));
      assertEquals(Replay.Result.UNREADABLE, Replay.of(torn, Samples.PACKS), lost);
    }
  }

  @Test
  void aPackThatIsNoLongerAtHand_isNotDecidedBy() {
    Replay.Kept kept = kept(Samples.B, CLAIM, FACTS);

    assertEquals(Replay.Result.SAME, Replay.of(kept, Samples.PACKS));
    assertEquals(Replay.Result.PACK_NOT_AT_HAND, Replay.of(kept, Packs.of(List.of(Samples.C))));
  }

  @Test
  void theLongestUseWindow_isThatOfThePackThatCountsLongest() {
    Packs.UseWindow longest = Samples.PACKS.longestUseWindow().orElseThrow();

    assertTrue(longest.days() >= 8, longest.toString());
    assertEquals(
        longest,
        Packs.of(List.of(Samples.PACKS.find(longest.pack()).orElseThrow()))
            .longestUseWindow()
            .orElseThrow());
    assertTrue(Packs.of(List.of()).longestUseWindow().isEmpty());
  }
}
