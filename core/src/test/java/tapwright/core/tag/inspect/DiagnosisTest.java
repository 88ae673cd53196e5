package tapwright.core.tag.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.Uid;
import tapwright.core.tag.inspect.Diagnosis.Verdict;
import tapwright.core.tag.originality.Originality;

class DiagnosisTest {

  private static final Refusal WHY = TagRefusal.NO_MESSAGE.with();
  private static final List<Flaw> DEAD = List.of(new Flaw(Flaw.Kind.DEAD, "page 0A"));

  private static final Map<String, Showing> SHOWINGS =
      Map.of(
          "message", new Showing.Message(Bytes.of(0xD0, 0, 0)),
          "empty", new Showing.Empty(false),
          "torn", new Showing.Empty(true),
          "broken", new Showing.Broken(WHY),
          "hidden", new Showing.Hidden(WHY));

  private static final Map<String, Match> MATCHES =
      Map.of(
          "none", new Match.NotCompared(),
          "equal", new Match.Equal(),
          "differs", new Match.DiffersAt(7),
          "fixed", new Match.FixedText(WHY),
          "as written", new Match.AsWritten(),
          "changed", new Match.NotAsWritten());

  @ParameterizedTest
  @CsvSource({
    "message, equal,   OURS,     ANYBODY,       WORKS",
    "message, equal,   UNKNOWN,  NOBODY,        WORKS",
    "message, none,    UNKNOWN,  ANYBODY,       WORKS",
    "message, none,    OURS,     UNKNOWN,       WORKS",
    "message, equal,   ANOTHERS, NOBODY,        NOT_OURS",
    "message, differs, OURS,     ANYBODY,       TAMPERED",
    "message, differs, OURS,     NOBODY,        TAMPERED",
    "message, differs, UNKNOWN,  ANYBODY,       UNKNOWN",
    "message, differs, ANOTHERS, ANYBODY,       NOT_OURS",
    "empty,   differs, OURS,     ANYBODY,       TAMPERED",
    "empty,   differs, OURS,     NOBODY,        DEFECTIVE",
    "empty,   none,    UNKNOWN,  ANYBODY,       UNKNOWN",
    "torn,    differs, OURS,     SECRET_HOLDER, TAMPERED",
    "torn,    differs, OURS,     NOBODY,        DEFECTIVE",
    "broken,  differs, OURS,     NOBODY,        DEFECTIVE",
    "broken,  differs, OURS,     ANYBODY,       UNKNOWN",
    "broken,  differs, UNKNOWN,  NOBODY,        UNKNOWN",
    "hidden,  differs, OURS,     SECRET_HOLDER, TAMPERED",
    "hidden,  none,    UNKNOWN,  SECRET_HOLDER, UNKNOWN",
    "message, fixed,   OURS,     ANYBODY,       TAMPERED",
    "message, fixed,   UNKNOWN,  ANYBODY,       UNKNOWN",
    "message, as written, OURS,  ANYBODY,       WORKS",
    "message, changed, OURS,     ANYBODY,       TAMPERED",
    "message, changed, EMPTIED,  ANYBODY,       TAMPERED",
    "message, changed, BEGUN,    ANYBODY,       UNKNOWN",
    "message, differs, REWRITTEN, ANYBODY,      UNKNOWN",
    "empty,   as written, EMPTIED, ANYBODY,     UNKNOWN",
    "empty,   differs, EMPTIED,  ANYBODY,       UNKNOWN",
    "torn,    changed, BEGUN,    ANYBODY,       UNKNOWN",
    "empty,   none,    UNREAD,   ANYBODY,       UNKNOWN",
    "hidden,  none,    UNREAD,   SECRET_HOLDER, UNKNOWN",
    "message, none,    UNREAD,   ANYBODY,       WORKS"
  })
  void verdict_isWhatTheFactsBearOut(
      String showing, String match, Ownership ownership, Openness openness, Verdict verdict) {
    TagFindings found = found(showing(showing), openness, List.of());
    assertEquals(verdict, Diagnosis.of(found, match(match), ownership).verdict());
  }

  @ParameterizedTest
  @MethodSource("everything")
  void diagnosis_ofAnything_keepsToItsRules(TagFindings found, Match match, Ownership ownership) {
    Diagnosis diagnosis = Diagnosis.of(found, match, ownership);
    Verdict verdict = diagnosis.verdict();
    if (ownership == Ownership.ANOTHERS) {
      assertEquals(Verdict.NOT_OURS, verdict);
    } else if (!found.flaws().isEmpty()) {
      assertEquals(Verdict.DEFECTIVE, verdict);
    }
    if (verdict == Verdict.WORKS) {
      assertTrue(found.showing() instanceof Showing.Message);
      assertFalse(match.isEqual().equals(Optional.of(false)));
    }
    if (verdict == Verdict.TAMPERED) {
      assertTrue(List.of(Ownership.OURS, Ownership.EMPTIED).contains(ownership));
    }
    assertEquals(verdict == Verdict.DEFECTIVE, diagnosis.chipWorks().equals(Optional.of(false)));
    assertEquals(4 + found.flaws().size(), diagnosis.grounds().size());
  }

  static Stream<Object[]> everything() {
    return SHOWINGS.values().stream()
        .flatMap(
            showing ->
                Stream.of(Openness.values())
                    .flatMap(
                        openness ->
                            Stream.of(List.<Flaw>of(), DEAD)
                                .map(flaws -> found(showing, openness, flaws))))
        .flatMap(
            found ->
                MATCHES.values().stream()
                    .flatMap(
                        match ->
                            Stream.of(Ownership.values())
                                .map(whose -> new Object[] {found, match, whose})));
  }

  @Test
  void unrecognisedChip_isNotOurs() {
    TagFindings found = TagFindings.unrecognised(Uid.ofHex("04112233445566"), WHY);
    Diagnosis diagnosis = Diagnosis.of(found, new Match.DiffersAt(0), Ownership.OURS);
    assertEquals(Verdict.NOT_OURS, diagnosis.verdict());
    assertEquals("chip-unknown", diagnosis.grounds().getFirst().code().code());
    assertEquals(Optional.empty(), diagnosis.contentMatchesOrder());
  }

  @Test
  void facts_ofAClaim_areEmptyWhereTheyCannotBeTold() {
    Diagnosis hidden =
        Diagnosis.of(
            found(showing("hidden"), Openness.SECRET_HOLDER, List.of()),
            match("differs"),
            Ownership.OURS);
    assertEquals(Optional.empty(), hidden.contentMatchesOrder());
    assertEquals(Optional.empty(), hidden.chipWorks());
    Diagnosis equal =
        Diagnosis.of(
            found(showing("message"), Openness.NOBODY, List.of()), match("equal"), Ownership.OURS);
    assertEquals(Optional.of(true), equal.contentMatchesOrder());
    assertEquals(Optional.of(true), equal.chipWorks());
  }

  @Test
  void secondLook_namesThePlacesThatDiffer() {
    TagFindings first = stored(Map.of("page 04", Bytes.of(1), "page 05", Bytes.of(2)));
    TagFindings second = stored(Map.of("page 04", Bytes.of(9), "page 06", Bytes.of(2)));
    assertEquals(List.of(new Flaw(Flaw.Kind.UNSTEADY, "page 04")), first.besides(second).flaws());
    assertEquals(List.of(), first.besides(first).flaws());
  }

  private static Showing showing(String name) {
    return Optional.ofNullable(SHOWINGS.get(name)).orElseThrow();
  }

  private static Match match(String name) {
    return Optional.ofNullable(MATCHES.get(name)).orElseThrow();
  }

  private static TagFindings found(Showing showing, Openness openness, List<Flaw> flaws) {
    return findings(showing, openness, Map.of()).withFlaws(flaws);
  }

  private static TagFindings stored(Map<String, Bytes> stored) {
    return findings(showing("message"), Openness.ANYBODY, stored);
  }

  private static TagFindings findings(
      Showing showing, Openness openness, Map<String, Bytes> stored) {
    return new TagFindings(
        Uid.ofHex("04112233445566"),
        "NTAG215",
        Optional.empty(),
        Originality.NO_SIGNATURE,
        showing,
        openness,
        Optional.empty(),
        TagWords.UNKNOWN,
        stored,
        List.of());
  }
}
