package tapwright.server.store.upkeep.audit;

import tapwright.core.card.CardId;
import tapwright.server.store.upkeep.Session;

/** Looks for what tasks name, one by one: only few of a claim's tasks name something. */
final class NamedThings {

  private final Session session;

  NamedThings(Session session) {
    this.session = session;
  }

  boolean isOnRecord(TaskReference named) {
    return switch (named.kind()) {
      case "refund" -> isAny("refund WHERE refund_id = ?", named.id());
      case "holder" -> isAny("holder WHERE holder_id = ?", named.id());
      case "card" ->
          CardId.parse(named.id())
              .filter(card -> isAny("card WHERE card_id = ?", card.value()))
              .isPresent();
      default ->
          isAny(
              "trail WHERE area = 'subscription' AND subject_id = ? AND number = ?",
              named.id(),
              named.entry());
    };
  }

  private boolean isAny(String where, Object... values) {
    return session.number("SELECT count(*) FROM " + where, values) > 0;
  }
}
