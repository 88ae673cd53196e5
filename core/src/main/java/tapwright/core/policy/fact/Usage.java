package tapwright.core.policy.fact;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often an account's cards were tapped and shared, as far as that is known. */
public sealed interface Usage {

  /** Nothing is known. */
  Usage UNKNOWN = new Counts(null, null);

  /** The uses that count from {@code from} (inclusive) to {@code to} (exclusive). */
  Count within(Instant from, Instant to, CountedUses counted);

  /** The same with one more use; what is unknown stays so. */
  Usage plus(Use more);

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
    public Count within(Instant from, Instant to, CountedUses counted) {
      boolean exact = (taps != null || !counted.taps()) && (shares != null || !counted.shares());
      return new Count(counted.of(taps == null ? 0 : taps, shares == null ? 0 : shares), exact);
    }

    @Override
    public Usage plus(Use more) {
      return new Counts(
          taps == null ? null : Long.valueOf(taps + more.taps()),
          shares == null ? null : Long.valueOf(shares + more.shares()));
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
    public Count within(Instant from, Instant to, CountedUses counted) {
      long sum = 0;
      for (Use use : uses) {
        if (use.isWithin(from, to)) {
          sum += counted.of(use.taps(), use.shares());
        }
      }
      return new Count(sum, true);
    }

    @Override
    public Usage plus(Use more) {
      return new Timeline(Stream.concat(uses.stream(), Stream.of(more)).toList());
    }

    /** The uses from {@code from} (inclusive) to {@code to} (exclusive) as one. */
    public Use sum(Instant from, Instant to) {
      return uses.stream()
          .filter(use -> use.isWithin(from, to))
          .reduce(new Use(from, 0, 0), Use::and);
    }
  }

  /**
   * Uses at one instant.
   *
   * @param at when
   * @param taps taps then
   * @param shares shares then
   * @param kinds how well the taps are known, as far as that is told
   */
  record Use(Instant at, long taps, long shares, TapKinds kinds) {

    public Use {
      notNegative("taps", taps);
      notNegative("shares", shares);
    }

    /** Uses of which only the number is told. */
    public Use(Instant at, long taps, long shares) {
      this(at, taps, shares, TapKinds.UNTOLD);
    }

    boolean isWithin(Instant from, Instant to) {
      return !at.isBefore(from) && at.isBefore(to);
    }

    /** Both, at the instant of this. */
    public Use and(Use other) {
      return new Use(at, taps + other.taps, shares + other.shares, kinds.plus(other.kinds));
    }

    /** As it stands in facts. */
    @Override
    public String toString() {
      return at + " " + taps + " " + shares + (kinds.isTold() ? " " + kinds : "");
    }
  }

  private static void notNegative(String name, @Nullable Long count) {
    if (count != null && count < 0) {
      throw new IllegalArgumentException(name + " is " + count + ", allowed is 0 or more");
    }
  }
}
