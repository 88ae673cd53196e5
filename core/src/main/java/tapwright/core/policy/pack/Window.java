package tapwright.core.policy.pack;

import java.time.Instant;
import java.util.List;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.calendar.Moment;
import tapwright.core.policy.calendar.Span;
import tapwright.core.policy.fact.Event;

/**
 * A stretch of time in which a clause looks at the claim, at another act or at the uses.
 *
 * @param index its place in the pack
 * @param id its name in the pack
 * @param side whether it runs from its anchors or up to some time before them
 * @param anchors events that fix it; of those that have happened the latest counts
 * @param span how long it is
 */
public record Window(int index, String id, Side side, List<Event> anchors, Span span) {

  /** On which side of its anchor a window lies. */
  public enum Side {
    /** It starts with the anchor and ends a span later. */
    AFTER,
    /** It is open from the beginning and ends a span before the anchor. */
    BEFORE
  }

  public Window {
    if (anchors.isEmpty()) {
      throw new IllegalArgumentException("anchors of window " + id + " is empty");
    }
    anchors = List.copyOf(anchors);
  }

  /** The first instant after it, for an anchor at that instant. */
  public Moment end(Calendar calendar, Instant anchor) {
    return switch (side) {
      case AFTER -> calendar.endOf(span, anchor);
      case BEFORE -> calendar.endOfNotice(span.unit(), span.count(), anchor);
    };
  }

  /** The same window, wherever it stands in its pack. */
  public Window unplaced() {
    return new Window(0, id, side, anchors, span);
  }
}
