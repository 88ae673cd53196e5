package tapwright.core.policy.fact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tapwright.core.policy.Word;

/**
 * Which uses a policy counts, by class: its own choice, since one seller's text speaks of taps and
 * another's of taps and shares.
 *
 * @param taps whether a tap is one
 * @param shares whether a share is one
 */
public record CountedUses(boolean taps, boolean shares) {

  /** What counts where a pack does not say: both. */
  public static final CountedUses USUAL = new CountedUses(true, true);

  public CountedUses {
    if (!taps && !shares) {
      throw new IllegalArgumentException("nothing is counted, allowed is tap, share or both");
    }
  }

  /** The classes of hits among which a policy chooses. */
  public enum Kind implements Word {
    TAP,
    SHARE
  }

  public static CountedUses of(Collection<Kind> kinds) {
    return new CountedUses(kinds.contains(Kind.TAP), kinds.contains(Kind.SHARE));
  }

  public List<Kind> kinds() {
    return Stream.of(Kind.values()).filter(kind -> kind == Kind.TAP ? taps : shares).toList();
  }

  /** How many of these count. */
  public long of(long someTaps, long someShares) {
    return (taps ? someTaps : 0) + (shares ? someShares : 0);
  }

  /** So many uses that count, and none that do not. */
  public Usage.Counts exactly(long uses) {
    return new Usage.Counts(taps ? uses : 0, taps ? 0 : uses);
  }

  /** So many uses that count, at an instant. */
  public Usage.Use at(Instant instant, long uses) {
    return new Usage.Use(instant, taps ? uses : 0, taps ? 0 : uses);
  }

  public boolean isUsual() {
    return equals(USUAL);
  }
}
