package tapwright.server.record.hook;

import java.time.Instant;
import tapwright.core.card.SellerId;

/**
 * One event on its way to one endpoint.
 *
 * @param id the same at every try, so that a receiver knows what it has had
 * @param event of which it tells
 * @param body what is sent, the same at every try
 */
public record Delivery(
    String id,
    String webhook,
    SellerId seller,
    String event,
    String kind,
    String body,
    Progress progress,
    Instant createdAt) {

  /** Whether it is on its way. */
  public enum State {
    WAITING,
    SENT,
    /** It was tried as often as it is. */
    DEAD
  }

  /**
   * How far it has come.
   *
   * @param tries since it was made, or last asked for again
   * @param nextAt when it is tried next; while a node is at it, when another may take it that this
   *     node is gone
   * @param lastAnswer what came of the last try, without anything that the receiver wrote
   * @param at since when that is so
   */
  public record Progress(State state, int tries, Instant nextAt, String lastAnswer, Instant at) {

    /** To be sent at once. */
    public static Progress due(Instant now) {
      return new Progress(State.WAITING, 0, now, "", now);
    }
  }

  public Delivery with(Progress next) {
    return new Delivery(id, webhook, seller, event, kind, body, next, createdAt);
  }
}
