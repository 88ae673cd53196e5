package tapwright.server.http;

import java.util.OptionalInt;

/**
 * How deep the arrays and objects of a JSON text lie in each other (RFC 8259 section 9 leaves a
 * limit to the reader): readers and checkers go down them call by call.
 */
final class Nesting {

  /** The document's deepest body has five levels. */
  static final int DEEPEST = 32;

  private Nesting() {}

  /** The index of the first bracket that is too deep; what stands in strings is none. */
  static OptionalInt firstTooDeep(byte[] json) {
    int depth = 0;
    boolean inString = false;
    for (int i = 0; i < json.length; i++) {
      byte one = json[i];
      if (inString && one == '\\') {
        i++;
      } else if (one == '"') {
        inString = !inString;
      } else if (!inString) {
        depth += change(one);
      }
      if (depth > DEEPEST) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static int change(byte one) {
    return switch (one) {
      case '{', '[' -> 1;
      case '}', ']' -> -1;
      default -> 0;
    };
  }
}
