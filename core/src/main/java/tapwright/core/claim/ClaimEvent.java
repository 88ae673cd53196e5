package tapwright.core.claim;

import tapwright.core.policy.pack.Outcome;

/** Something that happens to a claim. */
public sealed interface ClaimEvent {

  /** A move that says no more than its name. */
  enum Step implements ClaimEvent {
    /** Whoever sent the claim was told that it is here. */
    ACKNOWLEDGED,
    /** More came: facts, words or evidence. */
    ANSWERED,
    /** Whoever sent it does not agree with what was decided. */
    APPEALED,
    /** All is done about it, or it was taken back. */
    CLOSED
  }

  /** The policy says this, on all that is known. */
  record Decided(Outcome outcome) implements ClaimEvent {}

  /** A person says this. */
  record Ruled(Outcome outcome) implements ClaimEvent {}

  /** A supervisor says this, over what was decided. */
  record Overridden(Outcome outcome) implements ClaimEvent {}
}
