package tapwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tapwright.house.RefusalPage;

/** Each library has its version in one list, and its reason in one table. */
class DependenciesTest {

  private static final Path ROOT = RefusalPage.projectFolder();

  private static final Pattern VERSION = Pattern.compile("<([a-z-]+)\\.version>");
  private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
  private static final Pattern WRITTEN_OUT = Pattern.compile("<version>[^$<]+</version>");

  @Test
  void eachVersion_hasItsReasonInTheTable() throws IOException {
    String table = letters(table(Files.readString(ROOT.resolve("ARCHITECTURE.md"))));
    List<String> libraries = libraries(Files.readString(ROOT.resolve("pom.xml")));

    assertTrue(libraries.size() > 15, libraries.toString());
    assertEquals(
        List.of(), libraries.stream().filter(one -> !table.contains(letters(one))).toList());
    assertFalse(table.contains(letters("library-that-is-none")));
  }

  @Test
  void versions_standInTheListAlone() throws IOException {
    for (String pom :
        List.of("pom.xml", "core/pom.xml", "reader-agent/pom.xml", "server/pom.xml")) {
      List<String> writtenOut =
          DEPENDENCY
              .matcher(Files.readString(ROOT.resolve(pom)))
              .results()
              .map(MatchResult::group)
              .filter(one -> WRITTEN_OUT.matcher(one).find())
              .toList();
      assertEquals(List.of(), writtenOut, pom);
    }
  }

  private static List<String> libraries(String pom) {
    return VERSION.matcher(pom).results().map(version -> version.group(1)).distinct().toList();
  }

  /** The first column of the table of libraries. */
  private static String table(String page) {
    return page.substring(page.indexOf("\n## Libraries"))
        .lines()
        .filter(line -> line.startsWith("| "))
        .map(line -> line.split("\\|", 3)[1])
        .reduce("", (all, cell) -> all + cell + ";");
  }

  /** Names are written in many ways. */
  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9;]", "");
  }
}
