package tapwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tapwright.house.RefusalPage;

/** docs/licences.md against the libraries that the server's tests run on. */
class LicencesTest {

  private static final Pattern LIBRARY =
      Pattern.compile(".*/repository/(.+)/([^/]+)/[^/]+/[^/]+\\.jar");

  /** What no program brings along: what tests and the compiler alone want. */
  private static final Pattern NOT_SHIPPED =
      Pattern.compile(
          "(org/junit|org/opentest4j|org/apiguardian|com/tngtech|com/code_intelligence"
              + "|com/code-intelligence|tapwright|org/checkerframework).*");

  @Test
  void eachLibrary_hasItsLicence() throws IOException {
    String page = Files.readString(RefusalPage.projectFolder().resolve("docs/licences.md"));
    List<String> libraries = libraries();

    assertTrue(libraries.size() > 30, libraries.toString());
    assertEquals(
        List.of(), libraries.stream().filter(one -> !page.contains("| `" + one + "` | ")).toList());
  }

  private static List<String> libraries() {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(classes.split(Pattern.quote(File.pathSeparator)))
        .map(path -> LIBRARY.matcher(Path.of(path).toUri().getPath()))
        .filter(Matcher::matches)
        .filter(library -> !NOT_SHIPPED.matcher(library.group(1)).matches())
        .map(library -> library.group(1).replace('/', '.') + ":" + library.group(2))
        .distinct()
        .toList();
  }
}
