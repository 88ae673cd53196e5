package tapwright.server.main.scenario;

import tapwright.core.RefusalCode;
import tapwright.core.yaml.YamlFault;

/** Why a story is not told. */
enum ScenarioRefusal implements RefusalCode {
  /** The file cannot be read at all. */
  FILE("scenario-file", "{file} cannot be read: {problem}; allowed is a file of YAML in UTF-8"),
  /** It is no YAML. */
  YAML("scenario-yaml", "{place}: {problem}; allowed is one document of YAML 1.2"),
  /** A key that means nothing would be overlooked for ever. */
  KEY_UNKNOWN("scenario-key-unknown", "{place}: key '{key}'; allowed are {allowed}"),
  /** Which of the two would count? */
  KEY_TWICE("scenario-key-twice", "{place}: key '{key}' again; allowed is once"),
  /** Something that cannot be guessed. */
  KEY_MISSING("scenario-key-missing", "{place}: no key '{key}'; allowed is {allowed}"),
  /** A value that is none of those that are known. */
  VALUE("scenario-value", "{place}: {key} is {seen}; allowed is {allowed}");

  private final String code;
  private final String template;

  ScenarioRefusal(String code, String template) {
    this.code = code;
    this.template = template;
  }

  /** What a story with that fault is refused by. */
  static ScenarioRefusal of(YamlFault fault) {
    return switch (fault) {
      case MALFORMED -> YAML;
      case KEY_UNKNOWN -> KEY_UNKNOWN;
      case KEY_TWICE -> KEY_TWICE;
      case KEY_MISSING -> KEY_MISSING;
      case VALUE_WRONG -> VALUE;
    };
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }
}
