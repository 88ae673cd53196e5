package tapwright.agent.main.console;

/** So many of something, with the word as it stands behind that number. */
public final class Counted {

  private Counted() {}

  /**
   * The number with its word.
   *
   * @param one what there is one of; more of it end in s
   */
  public static String of(long count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }
}
