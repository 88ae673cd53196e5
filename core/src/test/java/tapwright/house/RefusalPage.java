package tapwright.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tapwright.core.RefusalCode;

/** docs/refusals.md against the code: a section a module, a table row a code with its template. */
public final class RefusalPage {

  private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9-]+)` \\| (.+?) \\|.*");

  private RefusalPage() {}

  /** The project's folder, which the build hands to the tests. */
  public static Path projectFolder() {
    return Path.of(System.getProperty("tapwright.root", ".."));
  }

  /**
   * What must change for the section to say what the classes say, a line each; empty when equal.
   */
  public static List<String> differences(String section, JavaClasses classes) {
    Map<String, String> written = rowsOf(section);
    Map<String, String> meant = codesIn(classes);
    List<String> differences = new ArrayList<>();
    meant.forEach(
        (code, template) -> {
          if (!template.equals(written.get(code))) {
            differences.add("write  | `" + code + "` | " + template + " |");
          }
        });
    written.keySet().stream()
        .filter(code -> !meant.containsKey(code))
        .forEach(code -> differences.add("strike `" + code + "`"));
    return differences;
  }

  private static Map<String, String> rowsOf(String section) {
    Map<String, String> rows = new TreeMap<>();
    boolean inside = false;
    for (String line : lines()) {
      if (line.startsWith("## ")) {
        inside = line.equals("## " + section);
      }
      Matcher row = ROW.matcher(line);
      if (inside && row.matches()) {
        rows.put(row.group(1), row.group(2));
      }
    }
    return rows;
  }

  private static Map<String, String> codesIn(JavaClasses classes) {
    Map<String, String> codes = new TreeMap<>();
    for (JavaClass type : classes) {
      if (type.isEnum() && type.isAssignableTo(RefusalCode.class)) {
        for (Object constant : type.reflect().getEnumConstants()) {
          RefusalCode code = (RefusalCode) constant;
          String before = codes.put(code.code(), code.template());
          if (before != null) {
            throw new AssertionError("two refusals have the code " + code.code());
          }
        }
      }
    }
    return codes;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(projectFolder().resolve("docs/refusals.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
