package tapwright.agent.reader;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys of a profile file, each with what its value may be; every file has each once. */
enum ProfileKey {
  TITLE("[^|]{1,60}", "1 to 60 characters without |"),
  NAMES(Shape.PARTS, Shape.PARTS_ALLOWED),
  OTHER_SLOTS(Shape.PARTS, Shape.PARTS_ALLOWED),
  PATHS(
      "none|" + Shape.PATH + "(, " + Shape.PATH + "){0,2}",
      "none, or direct-transmit, transparent-session and encapsulate, the best first"),
  PAGES_PER_FAST_READ("[4-9]|[1-5]\\d|6[0-4]", "4 to 64, which a short APDU's answer holds"),
  BYTES_PER_READ("4|16", "4 or 16"),
  ACKNOWLEDGEMENT(Shape.COMMAND, Shape.COMMAND_ALLOWED),
  REFUSAL(Shape.COMMAND, Shape.COMMAND_ALLOWED),
  SIGNALS_BY("none|transmit|escape", "none, transmit or escape"),
  GOOD(Shape.COMMANDS, Shape.COMMANDS_ALLOWED),
  BAD(Shape.COMMANDS, Shape.COMMANDS_ALLOWED),
  QUIET(Shape.COMMANDS, Shape.COMMANDS_ALLOWED);

  /** Values that several keys have in common. */
  private static final class Shape {
    static final String PARTS = "none|[^|]{3,40}( \\| [^|]{3,40}){0,9}";
    static final String PARTS_ALLOWED =
        "none, or parts of names of 3 to 40 characters with | between";
    static final String PATH = "(direct-transmit|transparent-session|encapsulate)";
    static final String COMMAND = "none|([0-9A-F]{2}){2,64}";
    static final String COMMAND_ALLOWED = "none, or 2 to 64 bytes in capital hexadecimal digits";
    static final String COMMANDS = COMMAND + "(, ([0-9A-F]{2}){2,64}){0,3}";
    static final String COMMANDS_ALLOWED = COMMAND_ALLOWED + ", up to four with commas between";

    private Shape() {}
  }

  /** The value of a key that has nothing to say. */
  static final String NONE = "none";

  private final Pattern shape;
  private final String allowed;

  ProfileKey(String shape, String allowed) {
    this.shape = Pattern.compile(shape);
    this.allowed = allowed;
  }

  boolean accepts(String value) {
    return shape.matcher(value).matches();
  }

  /** What its value may be, in words. */
  String allowed() {
    return allowed;
  }

  /** The name in files: lower case, with hyphens. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ProfileKey> ofLabel(String label) {
    return Arrays.stream(values()).filter(key -> key.label().equals(label)).findFirst();
  }
}
