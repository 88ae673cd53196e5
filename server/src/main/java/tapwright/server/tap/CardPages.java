package tapwright.server.tap;

import io.vertx.core.buffer.Buffer;
import java.util.EnumMap;
import java.util.Map;
import tapwright.server.app.hit.HitAnswer.PageKind;
import tapwright.server.page.Template;

/** The pages that a card shows when it does not lead on: whole, small and without any secret. */
final class CardPages {

  private static final Template TEMPLATE = CardResponses.template(CardResponses.CARD_PAGE);

  /** Classes of the template: each marks its page by a colour. */
  private static final String CALM = "calm";

  private static final String PAUSED = "paused";
  private static final String ENDED = "ended";

  private final Map<PageKind, Buffer> pages = new EnumMap<>(PageKind.class);
  private final Buffer unknown =
      page(
          "There is no such card",
          "The address is not that of a card here. Hold your phone to the card once more, or check"
              + " what you typed.",
          ENDED);

  private final Buffer away =
      page(
          "Come back in a moment",
          "This card cannot be looked up just now. Nothing is wrong with it: wait a few seconds,"
              + " then try again.",
          PAUSED);

  CardPages() {
    for (PageKind kind : PageKind.values()) {
      pages.put(kind, page(kind));
    }
  }

  Buffer of(PageKind kind) {
    Buffer page = pages.get(kind);
    if (page == null) {
      throw new IllegalStateException("no page for " + kind);
    }
    return page;
  }

  /** For a slug that no card has. */
  Buffer unknown() {
    return unknown;
  }

  /** For a hit that cannot be stored just now. */
  Buffer away() {
    return away;
  }

  private static Buffer page(PageKind kind) {
    return switch (kind) {
      case NOT_ISSUED ->
          page(
              "This card is not in use yet",
              "It is still with its maker. Once it is handed out, this link will lead on.",
              CALM);
      case NOT_ACTIVATED ->
          page(
              "This card waits for its holder",
              "Its holder has yet to bring it into use. After that, this link will lead on.",
              CALM);
      case SUSPENDED ->
          page(
              "This card is paused",
              "Its link is stopped for now. If it is your card, the shop where you bought it can"
                  + " tell you why.",
              PAUSED);
      case REVOKED ->
          page(
              "This card is no longer in use",
              "Its link has ended. If it is your card, the shop where you bought it can help.",
              ENDED);
      case NO_TARGET ->
          page(
              "This card does not lead anywhere yet",
              "It works, but its holder has not said where it shall lead.",
              CALM);
      case NO_CONTACT ->
          page(
              "There is no contact to save",
              "The card speaks for nobody at the moment. Its other links may still lead on.",
              CALM);
      case FORGOTTEN ->
          page(
              "This contact is gone",
              "Whom the card spoke for is not known here any more, and nothing brings it back.",
              ENDED);
    };
  }

  private static Buffer page(String title, String text, String mark) {
    return TEMPLATE.filled(Map.of("title", title, "text", text, "mark", mark));
  }
}
