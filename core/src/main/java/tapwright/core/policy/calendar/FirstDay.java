package tapwright.core.policy.calendar;

import tapwright.core.policy.Word;

/** Whether the date on which a span starts is one of its days; without it the days are whole. */
public enum FirstDay implements Word {
  EXCLUDED,
  COUNTED
}
