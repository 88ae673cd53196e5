package tapwright.server.record.mail;

import java.time.Instant;
import java.util.Map;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.notice.MailKind;

/**
 * A mail of one event to whom a card speaks for; who that is stands with the card alone.
 *
 * @param id no other mail's
 * @param detail what the event told
 */
public record Mail(
    String id,
    SellerId seller,
    CardId card,
    String event,
    MailKind kind,
    Map<String, String> detail,
    Progress progress,
    Instant createdAt) {

  public Mail {
    detail = Map.copyOf(detail);
  }

  /** How far a mail has come. */
  public enum State {
    /** It is to be sent. */
    WAITING,
    /** A node is sending it. */
    BEGUN,
    SENT,
    /** Whether it was sent nobody knows, so it is not sent again. */
    UNKNOWN,
    /** It was refused for good or tried as often as it is, and was surely not sent. */
    DEAD,
    /** There is nobody to send it to: no address, or somebody who is forgotten. */
    NOBODY
  }

  /**
   * How far it has come.
   *
   * @param nextAt when it is tried next; of one that is begun, when it counts as unknown
   * @param lastAnswer what came of the last try, without anything personal
   * @param at since when that is so
   */
  public record Progress(State state, int tries, Instant nextAt, String lastAnswer, Instant at) {}

  public Mail with(Progress next) {
    return new Mail(id, seller, card, event, kind, detail, next, createdAt);
  }
}
