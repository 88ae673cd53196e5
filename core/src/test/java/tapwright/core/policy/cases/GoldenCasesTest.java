package tapwright.core.policy.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.core.policy.library.Packs;

class GoldenCasesTest {

  private static final Packs PACKS = Packs.shipped();

  private static final Path ROOT = Path.of(System.getProperty("tapwright.root", ".."));

  private static final Path OWN = ROOT.resolve("core/src/test/resources/tapwright/policies/cases");

  /** Cases kept beside the source tree where a checkout has them; absent elsewhere. */
  private static final Path BESIDE = ROOT.resolve("../shared/policies/cases");

  static Stream<Path> allFiles() throws IOException {
    return Files.isDirectory(BESIDE) ? Stream.concat(files(OWN), files(BESIDE)) : files(OWN);
  }

  private static Stream<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(path -> path.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("allFiles")
  void everyCase_passes(Path path) throws IOException {
    List<CaseResult> results = CaseResult.run(PACKS, read(path));

    assertFalse(results.isEmpty());
    assertEquals(List.of(), results.stream().filter(result -> !result.passed()).toList());
  }

  private static CaseFile read(Path path) throws IOException {
    return CaseFile.parse(path.getFileName().toString(), Files.readString(path)).orThrow();
  }
}
