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

  /** The variables of the environment that hold settings, and those that others read. */
  static List<String> variables() {
    return Stream.concat(
            ServerSettings.ALL.stream().flatMap(Names::variables),
            ServerSettings.VARIABLES_OF_OTHERS.stream())
        .toList();
  }

  private static Stream<String> variables(Setting<?> setting) {
    return setting.isSecret()
        ? Stream.of(setting.variable(), Setting.variable(setting.fileName()))
        : Stream.of(setting.variable());
  }

  /** Which of the known names was meant, or all of them. */
  static String meant(String typed, List<String> known) {
    return NearestName.to(typed, known)
        .map(name -> "did you mean " + name + "?")
        .orElseGet(() -> "allowed are " + String.join(", ", known));
  }
}
