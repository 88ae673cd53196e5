package tapwright.core.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often an account's cards were tapped and shared, as far as that is known. */
public sealed interface Usage {

  /** Nothing is known. */
  Usage UNKNOWN = new Counts(null, null);

  /** The uses from {@code from} (inclusive) to {@code to} (exclusive). */
  Count within(Instant from, Instant to);

  /**
   * A number of uses, or the least that it can be.
   *
   * @param atLeast the number, or what is known of it
   * @param exact whether that is all
   */
  record Count(long atLeast, boolean exact) {}

  /**
   * Counts taken inside the clause's window already; an absent one is unknown.
   *
   * @param taps taps, deduplicated
   * @param shares shares of the contact
   */
  record Counts(@Nullable Long taps, @Nullable Long shares) implements Usage {

    public Counts {
      notNegative("taps", taps);
      notNegative("shares", shares);
    }

    @Override
    public Count within(Instant from, Instant to) {
      long known = (taps == null ? 0 : taps) + (shares == null ? 0 : shares);
      return new Count(known, taps != null && shares != null);
    }
  }

  /**
   * Every use with its instant; the engine counts those inside the window.
   *
   * @param uses in order of time
   */
  record Timeline(List<Use> uses) implements Usage {

    public Timeline {
      uses = uses.stream().sorted(Comparator.comparing(Use::at)).toList();
    }

    @Override
    public Count within(Instant from, Instant to) {
      long sum = 0;
      for (Use use : uses) {
        if (!use.at().isBefore(from) && use.at().isBefore(to)) {
          sum += use.taps() + use.shares();
        }
      }
      return new Count(sum, true);
    }
  }

  /**
   * Uses at one instant.
   *
   * @param at when
   * @param taps taps then
   * @param shares shares then
   */
  record Use(Instant at, long taps, long shares) {

    public Use {
      notNegative("taps", taps);
      notNegative("shares", shares);
    }
  }

  private static void notNegative(String name, @Nullable Long count) {
    if (count != null && count < 0) {
      throw new IllegalArgumentException(name + " is " + count + ", allowed is 0 or more");
    }
  }
}
