package tapwright.server.main.settings;

import java.util.List;
import java.util.stream.Stream;

/** The names that may be given, and what is said of one that may not. */
final class Names {

  private Names() {}

  /** The keys of a settings file. */
  static List<String> keys() {
    return ServerSettings.ALL.stream()
        .map(setting -> setting.isSecret() ? setting.fileName() : setting.name())
        .toList();
  }

  /** The variables of the environment that hold settings. */
  static List<String> variables() {
    return ServerSettings.ALL.stream()
        .flatMap(
            setting ->
                setting.isSecret()
                    ? Stream.of(setting.variable(), Setting.variable(setting.fileName()))
                    : Stream.of(setting.variable()))
        .toList();
  }

  /** Which of the known names was meant, or all of them. */
  static String meant(String typed, List<String> known) {
    return NearestName.to(typed, known)
        .map(name -> "did you mean " + name + "?")
        .orElseGet(() -> "allowed are " + String.join(", ", known));
  }
}
