package tapwright.agent.print.job;

/**
 * Which label something is, for life: the same link printed by the same template is the same label,
 * whatever file or order it comes from.
 *
 * @param link what its symbol leads to
 * @param template what it looks like
 * @param copy 1, or more where one file has several cards with one link
 */
public record LabelKey(String link, String template, int copy) {

  public LabelKey {
    if (copy < 1) {
      throw new IllegalArgumentException("copy is " + copy + ", allowed are 1 and more");
    }
  }
}
