package tapwright.core.policy.pack;

import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Usage;

/** How a number of uses is compared with the limit of a clause. */
public enum Comparison implements Word {
  FEWER_THAN,
  AT_MOST,
  EXACTLY,
  AT_LEAST,
  MORE_THAN;

  /** Whether a count compares so with the limit; unknown where more uses could change that. */
  Truth compare(Usage.Count count, long limit) {
    long known = count.atLeast();
    if (count.exact()) {
      return holds(known, limit) ? Truth.TRUE : Truth.FALSE;
    }
    return switch (this) {
      case AT_LEAST, MORE_THAN -> holds(known, limit) ? Truth.TRUE : Truth.UNKNOWN;
      case FEWER_THAN, AT_MOST -> holds(known, limit) ? Truth.UNKNOWN : Truth.FALSE;
      case EXACTLY -> known <= limit ? Truth.UNKNOWN : Truth.FALSE;
    };
  }

  private boolean holds(long count, long limit) {
    return switch (this) {
      case FEWER_THAN -> count < limit;
      case AT_MOST -> count <= limit;
      case EXACTLY -> count == limit;
      case AT_LEAST -> count >= limit;
      case MORE_THAN -> count > limit;
    };
  }
}
