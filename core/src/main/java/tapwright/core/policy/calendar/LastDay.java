package tapwright.core.policy.calendar;

import tapwright.core.policy.Word;

/** Where a span of days ends. */
public enum LastDay implements Word {
  /** With its last date, whatever day that is (H4). */
  END_OF_DAY,
  /** With the next business day where its last date is none. */
  NEXT_BUSINESS_DAY
}
