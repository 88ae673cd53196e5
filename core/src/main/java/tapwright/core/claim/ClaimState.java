package tapwright.core.claim;

import tapwright.core.policy.Word;

/** How far a claim has come. */
public enum ClaimState implements Word {
  /** Came in; nothing was decided yet. */
  RECEIVED,
  /** Something is missing that whoever sent it has to give. */
  WAITING,
  /** The policy leaves it to a person. */
  REVIEW,
  /** The policy decided. */
  DECIDED,
  /** A person decided, with a reason. */
  RULED,
  /** A supervisor decided otherwise than was decided before. */
  OVERRIDDEN,
  /** Whoever sent it does not agree; a person decides anew. */
  APPEALED,
  /** Nothing more is to be done about it. */
  CLOSED
}
