package tapwright.agent.print.job;

/**
 * What is done with labels that were begun or printed before.
 *
 * @param again whether printed labels are printed once more, marked as reprints
 * @param doubt what is done with those of which it is not known
 */
public record PrintWishes(boolean again, Doubt doubt) {

  /** Each label once, and none of which that is not known. */
  public static final PrintWishes ONCE = new PrintWishes(false, Doubt.TOLD);

  /** What a person has found out of labels that may be printed or not. */
  public enum Doubt {
    /** Nothing yet: they are told, and neither printed nor passed over. */
    TOLD,
    /** They are there. */
    PRINTED,
    /** They are not there, or were thrown away. */
    AGAIN
  }
}
