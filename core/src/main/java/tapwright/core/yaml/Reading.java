package tapwright.core.yaml;

import java.util.function.Supplier;
import tapwright.core.Checked;

/** The reading of a text, from its outside: a value, or why there is none. */
public final class Reading {

  private Reading() {}

  /** Runs a reader and turns its way of stopping into a refusal. */
  public static <T> Checked<T> of(Supplier<T> reader) {
    try {
      return Checked.passed(reader.get());
    } catch (Malformed stopped) {
      return Checked.refused(stopped.refusal());
    }
  }
}
