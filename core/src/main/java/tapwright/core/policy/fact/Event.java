package tapwright.core.policy.fact;

import java.util.List;
import tapwright.core.policy.Word;

/** Something that happens at an instant to an order or in the course of a claim. */
public enum Event implements Word, Fact {
  PURCHASED_AT("purchasedAt", Course.ORDER),
  UPGRADED_AT("upgradedAt", Course.ORDER),
  PROCESSED_AT("processedAt", Course.ORDER),
  PRODUCTION_STARTED_AT("productionStartedAt", Course.ORDER),
  SHIPPED_AT("shippedAt", Course.ORDER),
  DELIVERED_AT("deliveredAt", Course.ORDER),
  ACTIVATED_AT("activatedAt", Course.ORDER),
  CANCELLED_AT("cancelledAt", Course.ORDER),
  DISCONTINUED_AT("discontinuedAt", Course.TERM),
  PERIOD_STARTED_AT("periodStartedAt", Course.TERM),
  RENEWS_AT("renewsAt", Course.TERM),
  PAID_UNTIL("paidUntil", Course.TERM),
  COMPLETE_AT("completeAt", Course.PROCEDURE),
  RMA_ISSUED_AT("rmaIssuedAt", Course.PROCEDURE),
  POSTED_BACK_AT("postedBackAt", Course.PROCEDURE),
  GOODS_RECEIVED_AT("goodsReceivedAt", Course.PROCEDURE),
  APPROVED_AT("approvedAt", Course.PROCEDURE);

  public static final List<Event> ALL = List.of(values());

  /** What an event belongs to, which says whether a later one counts at the decision. */
  enum Course {
    /** Happens to the order; later than the claim, it has not happened yet. */
    ORDER,
    /** A date of the paid term or of its announced end: known ahead, and reached in its time. */
    TERM,
    /** Happens to the claim itself, after it was sent, and counts whenever given. */
    PROCEDURE
  }

  private final String key;
  private final Course course;

  Event(String key, Course course) {
    this.key = key;
    this.course = course;
  }

  @Override
  public String word() {
    return key;
  }

  @Override
  public String key() {
    return key;
  }

  /** Whether one later than the claim has not happened for the decision (S18). */
  public boolean waitsForItsInstant() {
    return course != Course.PROCEDURE;
  }

  /** Whether a window can hang on it before it has happened. */
  public boolean isKnownAhead() {
    return course != Course.ORDER;
  }

  /** Whether it happens to an order that has been bought. */
  public boolean followsThePurchase() {
    return course == Course.ORDER && this != PURCHASED_AT;
  }

  /** Whether every order has it, so that a missing instant is unknown and not "never". */
  public boolean isCertain() {
    return this == PURCHASED_AT;
  }
}
