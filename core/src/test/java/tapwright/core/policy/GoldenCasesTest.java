package tapwright.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenCasesTest {

  private static final Packs PACKS = Packs.shipped();

  private static final Path ROOT = Path.of(System.getProperty("tapwright.root", ".."));

  private static final Path OWN = ROOT.resolve("core/src/test/resources/tapwright/policies/cases");

  /** Cases kept beside the source tree where a checkout has them; absent elsewhere. */
  private static final Path BESIDE = ROOT.resolve("../shared/policies/cases");

  static Stream<Path> ownFiles() throws IOException {
    return files(OWN);
  }

  static Stream<Path> allFiles() throws IOException {
    return Files.isDirectory(BESIDE) ? Stream.concat(files(OWN), files(BESIDE)) : files(OWN);
  }

  private static Stream<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(path -> path.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("ownFiles")
  void ownCases_allPass(Path path) throws IOException {
    List<CaseResult> results = CaseResult.run(PACKS, read(path));

    assertFalse(results.isEmpty());
    assertEquals(List.of(), results.stream().filter(result -> !result.passed()).toList());
  }

  @ParameterizedTest
  @MethodSource("allFiles")
  void casesOfCarriedClauses_pass_othersFailWithAReason(Path path) throws IOException {
    CaseFile file = read(path);
    List<CaseResult> results = CaseResult.run(PACKS, file);

    assertEquals(file.cases().size(), results.size());
    for (int i = 0; i < results.size(); i++) {
      CaseResult result = results.get(i);
      assertEquals(result.passed(), result.why().isEmpty(), result.toString());
      if (isCarried(file, file.cases().get(i))) {
        assertEquals("", result.expected(), result.toString());
      }
    }
  }

  private static CaseFile read(Path path) throws IOException {
    return CaseFile.parse(path.getFileName().toString(), Files.readString(path)).orDefect();
  }

  /** Whether the case names its clauses and the pack carries all of them; dues come from others. */
  private static boolean isCarried(CaseFile file, CaseFile.Entry entry) {
    GoldenCase.Expected expected = entry.parsed().orDefect().expected();
    Set<String> named = new HashSet<>(expected.by());
    named.addAll(expected.over());
    List<String> carried =
        PACKS.find(file.policy()).stream()
            .flatMap(pack -> pack.citations().stream())
            .map(Citation::id)
            .toList();
    return !named.isEmpty() && expected.due().isEmpty() && carried.containsAll(named);
  }
}
