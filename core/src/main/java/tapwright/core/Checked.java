package tapwright.core;

import java.util.Optional;
import java.util.function.Function;

/**
 * A value that passed its checks, or the refusal that says why there is none.
 *
 * @param <T> what was asked for
 */
public sealed interface Checked<T> {

  /** The value. */
  record Passed<T>(T value) implements Checked<T> {}

  /** Why there is no value. */
  record Refused<T>(Refusal refusal) implements Checked<T> {}

  static <T> Checked<T> passed(T value) {
    return new Passed<>(value);
  }

  static <T> Checked<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }

  /** The next step on a value that passed; a refusal stays what it is. */
  default <R> Checked<R> then(Function<? super T, Checked<R>> step) {
    return switch (this) {
      case Passed<T>(T value) -> step.apply(value);
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
    };
  }

  /** The value made into another; a refusal stays what it is. */
  default <R> Checked<R> map(Function<? super T, ? extends R> step) {
    return then(value -> new Passed<>(step.apply(value)));
  }

  /** The value; empty where it was refused and nobody asks why. */
  default Optional<T> asOptional() {
    return switch (this) {
      case Passed<T>(T value) -> Optional.of(value);
      case Refused<T> _ -> Optional.empty();
    };
  }

  /**
   * The value, where a refusal would be a mistake of the caller.
   *
   * @throws IllegalArgumentException with the refusal's message
   */
  default T orThrow() {
    return switch (this) {
      case Passed<T>(T value) -> value;
      case Refused<T>(Refusal refusal) -> throw new IllegalArgumentException(refusal.toString());
    };
  }
}
