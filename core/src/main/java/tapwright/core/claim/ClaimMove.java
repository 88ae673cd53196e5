package tapwright.core.claim;

import tapwright.core.Refusal;

/** What an event makes of a claim. */
public sealed interface ClaimMove {

  /** The event happened; the claim is now so. */
  record Moved(ClaimState state) implements ClaimMove {}

  /** The event cannot happen; the claim is as it was. */
  record Refused(Refusal refusal) implements ClaimMove {}
}
