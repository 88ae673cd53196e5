package tapwright.core.claim;

import tapwright.core.policy.Word;

/** Whose word on a claim is in force. */
public enum Decider implements Word {
  ENGINE,
  PERSON,
  SUPERVISOR
}
