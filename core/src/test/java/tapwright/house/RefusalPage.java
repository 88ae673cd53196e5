package tapwright.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Code and template of each row below the heading {@code ## section}. */
  public static Map<String, String> rowsOf(String section) {
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

  /** Code and template of every constant of every enum of refusal codes among the classes. */
  public static Map<String, String> codesIn(JavaClasses classes) {
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
