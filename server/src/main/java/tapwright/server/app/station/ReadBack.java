package tapwright.server.app.station;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.ndef.NdefRecord;

/** What a station read back from a chip, seen as a phone sees it. */
final class ReadBack {

  private ReadBack() {}

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
