package tapwright.agent.encode;

import tapwright.core.tag.memory.PageWrite;

/**
 * Something that would be done to a tag, for people to read before it is.
 *
 * @param text what; a secret is named and not shown
 * @param forEver whether it can never be undone
 */
public record PlannedStep(String text, boolean forEver) {

  public static PlannedStep of(PageWrite write) {
    return new PlannedStep("page %02X: %s".formatted(write.page(), write.data()), false);
  }
}
