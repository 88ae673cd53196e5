package tapwright.server.main.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.server.app.Shown;

/** What one place gives: a text for some settings, and what is wrong there. */
record Found(List<Given> given, List<Refusal> refusals) {

  Found {
    given = List.copyOf(given);
    refusals = List.copyOf(refusals);
  }

  static final Found NOTHING = new Found(List.of(), List.of());

  /** Gathers what is found, each setting once. */
  static final class Gathering {
    private final Map<String, Given> given = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    void add(Given one) {
      Optional.ofNullable(given.putIfAbsent(one.setting().name(), one))
          .ifPresent(
              other ->
                  refusals.add(
                      SettingsRefusal.TWICE.with("place", other.place(), "other", one.place())));
      if (!one.isAllowed()) {
        refusals.add(
            SettingsRefusal.VALUE.with(
                "place", one.place(),
                "seen", one.shown(),
                "allowed", one.setting().kind().allowed()));
      }
    }

    void add(Refusal refusal) {
      refusals.add(refusal);
    }

    void addUnknown(String place, String name, List<String> known) {
      refusals.add(
          SettingsRefusal.UNKNOWN.with(
              "place", place,
              "seen", Shown.of(name),
              "allowed", Names.meant(name, known)));
    }

    Found found() {
      return new Found(List.copyOf(given.values()), refusals);
    }
  }
}
