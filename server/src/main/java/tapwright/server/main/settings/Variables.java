package tapwright.server.main.settings;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the environment gives. */
final class Variables {

  private static final String PLACE = "the environment";

  private Variables() {}

  static Found in(Map<String, String> environment) {
    Found.Gathering gathering = new Found.Gathering();
    new TreeMap<>(environment)
        .forEach(
            (name, text) -> {
              if (isOurs(name) && !text.isBlank()) {
                take(name, text, gathering);
              }
            });
    return gathering.found();
  }

  private static boolean isOurs(String name) {
    return name.startsWith(Setting.VARIABLES) && !ServerSettings.VARIABLES_OF_OTHERS.contains(name);
  }

  private static void take(String name, String text, Found.Gathering gathering) {
    Optional<Setting<?>> open = ServerSettings.where(one -> name.equals(one.variable()));
    Optional<Setting<?>> inFile =
        ServerSettings.where(
            one -> one.isSecret() && name.equals(Setting.variable(one.fileName())));
    if (open.isPresent()) {
      gathering.add(new Given(open.get(), text, name));
    } else if (inFile.isPresent()) {
      SecretFile.read(inFile.get(), text, name, gathering);
    } else {
      gathering.addUnknown(PLACE, name, Names.variables());
    }
  }
}
