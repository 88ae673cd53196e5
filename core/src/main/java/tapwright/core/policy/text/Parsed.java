package tapwright.core.policy.text;

import java.util.Optional;
import java.util.function.Supplier;
import tapwright.core.Refusal;

/** What came of reading a text: a value, or why not. */
public sealed interface Parsed<T> {

  /**
   * The text was taken.
   *
   * @param value what it says
   */
  record Taken<T>(T value) implements Parsed<T> {}

  /**
   * The text was not taken.
   *
   * @param refusal why
   */
  record Refused<T>(Refusal refusal) implements Parsed<T> {}

  /** Runs a reader and turns its way of stopping into a value. */
  static <T> Parsed<T> of(Supplier<T> reader) {
    try {
      return new Taken<>(reader.get());
    } catch (Malformed stopped) {
      return new Refused<>(stopped.refusal());
    }
  }

  /** The value; empty where the text was refused. */
  default Optional<T> taken() {
    return switch (this) {
      case Taken<T> taken -> Optional.of(taken.value());
      case Refused<T> _ -> Optional.empty();
    };
  }

  /** The value of a text that is part of the product and must be right. */
  default T orDefect() {
    return switch (this) {
      case Taken<T> taken -> taken.value();
      case Refused<T> refused -> throw new IllegalStateException(refused.refusal().message());
    };
  }
}
