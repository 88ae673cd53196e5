package tapwright.core.policy.calendar;

import tapwright.core.policy.Word;

/** What a span is counted in. */
public enum Unit implements Word {
  /** Elapsed hours: weekends, nights and clock changes run through (house rule H2). */
  HOURS,
  /** Dates in the policy's zone, never 24-hour pieces (H1). */
  CALENDAR_DAYS,
  /** Dates in the policy's week that are no holidays (H3). */
  BUSINESS_DAYS
}
