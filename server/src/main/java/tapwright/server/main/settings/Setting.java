package tapwright.server.main.settings;

import java.util.Locale;

/**
 * Something that whoever runs a server may set.
 *
 * <p>Its name is its key in the file, with two hyphens before it the flag, and in upper case with
 * {@code TAPWRIGHT_} before it the variable: who knows one knows all.
 *
 * @param name words of small letters, joined by hyphens
 * @param kind what its value is
 * @param usual what holds where nothing is set; the text of a value, or words in brackets that say
 *     what is done then
 * @param meaning what it is for, in one sentence
 * @param isSecret whether it is for nobody's eyes: then it is no flag, stands in no settings file,
 *     and may lie in a file of its own
 */
public record Setting<T>(
    String name, Kind<T> kind, String usual, String meaning, boolean isSecret) {

  static final String VARIABLES = "TAPWRIGHT_";

  /** What the name of a setting ends with that says in which file a secret lies. */
  private static final String IN_FILE = "-file";

  static <T> Setting<T> of(String name, Kind<T> kind, String usual, String meaning) {
    return new Setting<>(name, kind, usual, meaning, false);
  }

  static Setting<String> secret(String name, String meaning) {
    return new Setting<>(name, Kind.secret(), "(none)", meaning, true);
  }

  /** Whether it has a value where nothing is set. */
  boolean hasUsual() {
    return !usual.startsWith("(");
  }

  /** As it is typed on the command line. */
  public String flag() {
    return "--" + name;
  }

  /** As the environment has it. */
  public String variable() {
    return variable(name);
  }

  /** How it is called where not the secret is given but the file that holds it. */
  String fileName() {
    return name + IN_FILE;
  }

  static String variable(String name) {
    return VARIABLES + name.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
