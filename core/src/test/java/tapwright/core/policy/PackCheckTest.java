package tapwright.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackCheckTest {

  static List<Pack> packs() {
    return Samples.PACKS.all();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyExample_readsBackAndIsDecidedAsItSays(Pack pack) {
    PackCheck check = PackCheck.of(pack);

    check.gaps().forEach(gap -> assertDecidedAsItSays(pack, gap.example()));
    for (Finding finding : check.findings()) {
      if (finding.example() != null) {
        assertDecidedAsItSays(pack, finding.example());
      }
    }
  }

  private static void assertDecidedAsItSays(Pack pack, Example example) {
    CaseFile file = CaseFile.parse("example.yaml", example.file()).orDefect();
    List<CaseResult> results = CaseResult.run(Packs.of(List.of(pack)), file);
    assertEquals(1, results.size());
    assertTrue(results.getFirst().passed(), () -> example.file() + results.getFirst());
  }
}
