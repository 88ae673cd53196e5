package tapwright.core.policy.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tapwright.core.policy.cases.CaseKeys;
import tapwright.house.RefusalPage;

/** The tables of keys in docs/policies.md, and the keys in the code that they must explain. */
final class FormatPage {

  private static final Pattern ROW = Pattern.compile("\\| `([A-Za-z-]+)` \\| (.+?) \\|");

  private FormatPage() {}

  /** The keys that packs take, by the heading under which the page explains them. */
  static final Map<String, List<String>> PACK_KEYS = packKeys();

  /** The keys that case files take, by the heading under which the page explains them. */
  static final Map<String, List<String>> CASE_KEYS = caseKeys();

  private static Map<String, List<String>> packKeys() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    keys.put("The pack", PackKeys.PACK);
    keys.put("From when it binds", PackKeys.IN_FORCE);
    keys.put("Notice", PackKeys.NOTICE);
    keys.put("Usage", PackKeys.USAGE);
    keys.put("The calendar", PackKeys.CALENDAR);
    keys.put("A window", PackKeys.WINDOW);
    keys.put("A clause", PackKeys.CLAUSE);
    keys.put("A source", PackKeys.SOURCE);
    keys.put("Evidence", PackKeys.EVIDENCE);
    keys.put("What follows", PackKeys.THEN);
    keys.put("A due date", PackKeys.DUE);
    keys.put("A reading", PackKeys.READING);
    keys.put("A gap", PackKeys.GAP);
    keys.put("A clash", PackKeys.CLASH);
    keys.put("Conditions", ConditionReader.KEYS);
    return keys;
  }

  private static Map<String, List<String>> caseKeys() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    keys.put("The file", CaseKeys.FILE);
    keys.put("The file's calendar", CaseKeys.CALENDAR);
    keys.put("A case", CaseKeys.CASE);
    keys.put("The claim", CaseKeys.CLAIM);
    keys.put("The facts", CaseKeys.FACTS);
    keys.put("The dispute", CaseKeys.DISPUTE);
    keys.put("A use", CaseKeys.USE);
    keys.put("What is expected", CaseKeys.EXPECT);
    return keys;
  }

  /** What the page says of each key, by heading and key. */
  static Map<String, Map<String, String>> read() {
    Map<String, Map<String, String>> tables = new LinkedHashMap<>();
    String heading = "";
    for (String line : lines()) {
      if (line.startsWith("#")) {
        heading = line.replaceFirst("^#+ ", "");
      }
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        tables.computeIfAbsent(heading, h -> new LinkedHashMap<>()).put(row.group(1), row.group(2));
      }
    }
    return tables;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(RefusalPage.projectFolder().resolve("docs/policies.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
