package tapwright.server.main.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tapwright.house.RefusalPage;
import tapwright.server.front.FrontSettings;

/** docs/settings.md against the code: a table row a setting, in the order of help. */
class SettingsPageTest {

  @Test
  void everySetting_standsOnItsPageAsItIsDeclared() throws IOException {
    List<String> written =
        Files.readAllLines(RefusalPage.projectFolder().resolve("docs/settings.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .toList();

    assertEquals(
        String.join("\n", ServerSettings.ALL.stream().map(SettingsPageTest::row).toList()),
        String.join("\n", written));
  }

  private static String row(Setting<?> setting) {
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            code(setting.isSecret() ? setting.fileName() : setting.name()),
            setting.isSecret() ? "none" : code(setting.flag()),
            variables(setting),
            escaped(setting.kind().allowed()),
            escaped(setting.hasUsual() ? code(setting.usual()) : inner(setting.usual())),
            escaped(setting.meaning()));
  }

  private static String variables(Setting<?> setting) {
    return setting.isSecret()
        ? code(setting.variable()) + " or " + code(Setting.variable(setting.fileName()))
        : code(setting.variable());
  }

  private static String inner(String usual) {
    return usual.substring(1, usual.length() - 1);
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }

  @Test
  void variablesOfOthers_standOnThePageToo() throws IOException {
    String page = Files.readString(RefusalPage.projectFolder().resolve("docs/settings.md"));

    for (String variable : ServerSettings.VARIABLES_OF_OTHERS) {
      assertTrue(page.contains("`" + variable + "`"), variable);
    }
  }

  @Test
  void limitsThatAreUsual_areThoseOfAFrontThatNobodySet() {
    assertEquals(FrontSettings.PLAIN, FrontChoice.of(new Settings(Map.of())));
  }

  @Test
  void everyUsualValue_isAllowed() {
    for (Setting<?> setting : ServerSettings.ALL) {
      if (setting.hasUsual()) {
        assertTrue(new Given(setting, setting.usual(), "").isAllowed(), setting.name());
      }
    }
  }
}
