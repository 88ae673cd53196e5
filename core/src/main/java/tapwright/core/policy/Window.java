package tapwright.core.policy;

import java.util.List;

/**
 * A stretch of time in which a clause looks at the claim or at the uses.
 *
 * @param index its place in the pack
 * @param id its name in the pack
 * @param anchors events that start it; of those that have happened the latest counts
 * @param span how long it is
 */
public record Window(int index, String id, List<Event> anchors, Span span) {

  public Window {
    if (anchors.isEmpty()) {
      throw new IllegalArgumentException("anchors of window " + id + " is empty");
    }
    anchors = List.copyOf(anchors);
  }
}
