package tapwright.core.policy.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Term;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;

/** What the published texts leave open is found by the analysis where the packs do not say it. */
class CatalogueTest {

  private static final Pattern GAPS = Pattern.compile("(?m)^gaps:\\n(?:[ #].*\\n|\\n)*");
  private static final Pattern CLASHES = Pattern.compile("(?m)^clashes:\\n(?:[ #].*\\n|\\n)*");
  private static final Pattern OVERRIDES =
      Pattern.compile("(?m)^    overrides:.*\\n(?:      .*\\n)*");

  @Test
  void exactlyFiftyUses_fallThroughInB() {
    Pack pack = withoutGaps("b-rigardz");

    Example example =
        gaps(pack).stream()
            .filter(gap -> gap.facts().usage().equals(new Usage.Counts(50L, 0L)))
            .findFirst()
            .orElseThrow();

    assertEquals(Term.MONTHLY, example.facts().choice(Choice.TERM).orElseThrow());
    PackCheckTest.assertDecidedAsItSays(pack, example);
  }

  @Test
  void cancellingWhatIsProcessedAndNotShipped_fallsThroughInE() {
    Pack pack = withoutGaps("e-mand");

    Example example =
        gaps(pack).stream()
            .filter(gap -> gap.claim().kind() == ClaimKind.CANCEL)
            .findFirst()
            .orElseThrow();

    assertTrue(example.facts().at(Event.PROCESSED_AT).isPresent(), example.file());
    assertTrue(example.facts().at(Event.SHIPPED_AT).isEmpty(), example.file());
    PackCheckTest.assertDecidedAsItSays(pack, example);
  }

  @ParameterizedTest
  @CsvSource({
    "a-smart-card-generator, A4, A8",
    "a-smart-card-generator, A8, A10",
    "a-smart-card-generator, A8, A11",
    "a-smart-card-generator, A8, A9",
    "b-rigardz, B8, B9",
    "b-rigardz, B9, B11",
    "b-rigardz, B10, B12",
    "b-rigardz, B10, B13",
    "b-rigardz, B5, B24",
    "b-rigardz, B8, B22",
    "c-vtag, C1, C3",
    "c-vtag, C4, C5",
    "c-vtag, C4, C9",
    "c-vtag, C4, C12",
    "c-vtag, C5, C10",
    "e-mand, E3, E12",
    "e-mand, E3, E13",
    "e-mand, E9, E14",
    "e-mand, E6, E20",
    "e-mand, E8, E20"
  })
  void clausesThatCollide_areFoundWhereNoEdgeNorClashNamesThem(
      String id, String one, String other) {
    Pack pack = withoutEdges(id);

    Finding found =
        PackCheck.of(pack).findings().stream()
            .filter(finding -> finding.kind() == Finding.Kind.OVERLAP)
            .filter(finding -> finding.says().startsWith("clauses " + one + " and " + other + " "))
            .findFirst()
            .orElseThrow();

    Example example = found.example();
    assertTrue(example != null && example.by().containsAll(List.of(one, other)), found::says);
    PackCheckTest.assertDecidedAsItSays(pack, example);
  }

  private static List<Example> gaps(Pack pack) {
    return PackCheck.of(pack).findings().stream()
        .filter(finding -> finding.kind() == Finding.Kind.UNDECLARED_GAP)
        .<Example>map(Finding::example)
        .toList();
  }

  private static Pack withoutGaps(String id) {
    return parse(id, GAPS.matcher(text(id)).replaceAll(""));
  }

  private static Pack withoutEdges(String id) {
    String loose = OVERRIDES.matcher(text(id)).replaceAll("");
    return parse(id, CLASHES.matcher(loose).replaceAll(""));
  }

  private static Pack parse(String id, String text) {
    return Packs.parse(id + ".yaml", text).orThrow();
  }

  static String text(String id) {
    String resource = "/tapwright/policies/" + id + ".yaml";
    try (InputStream stream = CatalogueTest.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is not there");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
