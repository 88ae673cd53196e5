package tapwright.server.app.station;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;

/** When a chip in the field was written anew, as its card's history tells. */
final class ChipContentSince {

  private static final String WRITTEN = "content-rewritten";
  private static final String CONTACT = "contact-set";

  private ChipContentSince() {}

  /**
   * Whether it was written after the instant, by a station or as staff said. A mark that went as
   * the contact of before was set again is told by the same word, and nothing was written then.
   */
  static boolean isWrittenAfter(Records records, Card card, Instant at) {
    List<CardHistory> history = records.cards().history(card.seller(), card.id());
    Iterator<CardHistory> before = history.iterator();
    return history.stream()
        .skip(1)
        .anyMatch(entry -> isWrite(before.next(), entry) && entry.at().isAfter(at));
  }

  private static boolean isWrite(CardHistory before, CardHistory entry) {
    boolean byContact =
        before.kind().equals(CONTACT) && before.recordedAt().equals(entry.recordedAt());
    return entry.kind().equals(WRITTEN) && !byContact;
  }
}
