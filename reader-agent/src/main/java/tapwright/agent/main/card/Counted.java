package tapwright.agent.main.card;

/** So many of something, with the word as it stands behind that number. */
final class Counted {

  private Counted() {}

  /**
   * @param one what there is one of; more of it end in s
   */
  static String of(long count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }
}
