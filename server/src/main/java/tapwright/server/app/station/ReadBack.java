package tapwright.server.app.station;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.card.CardLinks;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.ndef.NdefRecord;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Shown;
import tapwright.server.record.card.Card;

/** What a station read back from a chip, seen as a phone sees it. */
final class ReadBack {

  private ReadBack() {}

  /** That a chip holds what nobody was told to write for the card. */
  static Refusal differs(CardLinks ours, Card card, Bytes message) {
    return AppRefusal.CONTENT_DIFFERS.with(
        "link", Shown.of(firstLink(message).orElse("none")), "ordered", ours.chipLink(card.slug()));
  }

  /** The first link in an NDEF message; empty when the bytes hold none. */
  static Optional<String> firstLink(Bytes message) {
    return switch (NdefMessage.decode(message)) {
      case Checked.Refused<NdefMessage> unreadable -> Optional.empty();
      case Checked.Passed<NdefMessage> read ->
          read.value().records().stream()
              .map(NdefRecord::uri)
              .flatMap(Optional::stream)
              .findFirst();
    };
  }
}
