package tapwright.core.claim;

import tapwright.core.Refusal;

/** What an event makes of a return. */
public sealed interface RmaMove {

  /** The event happened; the return is now so. */
  record Moved(RmaState state) implements RmaMove {}

  /** The event cannot happen; the return is as it was. */
  record Refused(Refusal refusal) implements RmaMove {}
}
