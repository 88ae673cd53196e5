package tapwright.server.main.settings;

import tapwright.core.RefusalCode;
import tapwright.core.yaml.YamlFault;

/** Why settings are not taken. */
enum SettingsRefusal implements RefusalCode {
  /** The key of the file or the variable is none of ours. */
  UNKNOWN("setting-unknown", "{place}: {seen} is no setting; {allowed}"),
  /** The text is no value of the setting. */
  VALUE("setting-value", "{place} is {seen}, allowed are {allowed}"),
  /** A secret was given openly and as a file. */
  TWICE("setting-twice", "{place} and {other} are both set; keep one of them"),
  /** It means nothing by itself. */
  ALONE("setting-alone", "{place} is set without {other}; set both or neither"),
  /** A secret stands where a settings file is shown to many. */
  SECRET_IN_FILE(
      "setting-secret-in-file",
      "{place}: {seen} is a secret and stands in no settings file; allowed is {allowed}"),
  /** The file is no YAML. */
  MALFORMED("setting-file-malformed", "{place}: {problem}"),
  /** A key stands in the file twice. */
  KEY_TWICE("setting-key-twice", "{place}: {key} stands here twice; allowed is once"),
  /** A value of the file is neither text nor list. */
  FORM("setting-form", "{place}: {key} is {seen}, allowed is {allowed}"),
  /** The settings file or the file of a secret cannot be read. */
  UNREADABLE("setting-file-unreadable", "{place} names {file}, which cannot be read: {problem}");

  private final String code;
  private final String template;

  SettingsRefusal(String code, String template) {
    this.code = code;
    this.template = template;
  }

  /** How it is said of a settings file; of keys it says itself which are known. */
  static RefusalCode of(YamlFault fault) {
    return switch (fault) {
      case MALFORMED -> MALFORMED;
      case KEY_TWICE -> KEY_TWICE;
      case KEY_UNKNOWN, KEY_MISSING, VALUE_WRONG -> FORM;
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
