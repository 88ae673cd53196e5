package tapwright.core.policy.pack;

import tapwright.core.policy.Word;

/** Why one clause defeats another where both apply. */
public enum Ground implements Word {
  /** The text itself names the exception. */
  STATED_EXCEPTION("is the exception that the text itself makes"),
  /** Both are one rule, split at a limit. */
  COMPLEMENT("is the other half of the same rule"),
  /** The narrower rule goes before the general one. */
  SPECIFIC("is the more specific rule"),
  /** A signed agreement goes before a published text. */
  AGREEMENT("stands in a signed agreement"),
  /** A defect is no change of mind. */
  DEFECT("deals with a defect, which the other does not"),
  /** Whose doing it was settles it. */
  CAUSE("depends on whose doing it was"),
  /** Two rights side by side: the better one for the customer. */
  BETTER_RIGHT("gives the customer the better right"),
  /** Money in dispute is not paid a second time meanwhile. */
  HOLD("holds the payment until that is settled"),
  /** A duty of the customer comes before what it opens. */
  UNMET_DUTY("asks for something that was not done"),
  /** What cannot be undone waits for a person. */
  IRREVERSIBLE("keeps from what could not be undone"),
  /** The law goes before any policy. */
  LAW("is the law");

  private final String because;

  Ground(String because) {
    this.because = because;
  }

  /** The end of a sentence that starts with the winning clause. */
  public String because() {
    return because;
  }
}
