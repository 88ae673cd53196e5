package tapwright.agent.main.card;

import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.ndef.Contact;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.ndef.NdefRecord;
import tapwright.core.ndef.SignedCode;

/**
 * One record of a card's message as people read it.
 *
 * @param kind uri, vcard or other
 * @param content the URI, the vCard's text, or type and length of what is neither; never the code
 *     of a signed link
 */
record ShownRecord(String kind, String content) {

  ShownRecord {
    content = SignedCode.hiddenIn(content);
  }

  static ShownRecord of(NdefRecord record) {
    if (record.uri().isPresent()) {
      return new ShownRecord("uri", record.uri().get());
    }
    if (record.isMediaType(Contact.MEDIA_TYPE)) {
      return new ShownRecord("vcard", record.payload().toUtf8());
    }
    return new ShownRecord(
        "other",
        "TNF %s, type %s, %d bytes"
            .formatted(record.tnf(), record.type().toUtf8(), record.payload().size()));
  }

  /** All records of a message in one line, or why it is none. */
  static String textOf(Bytes message) {
    return switch (NdefMessage.decode(message)) {
      case Checked.Passed<NdefMessage>(NdefMessage decoded) ->
          "%d bytes: %s"
              .formatted(
                  message.size(),
                  String.join(
                      "; ",
                      decoded.records().stream()
                          .map(ShownRecord::of)
                          .map(ShownRecord::text)
                          .toList()));
      case Checked.Refused<NdefMessage>(Refusal refusal) ->
          "%d bytes that are no message: %s".formatted(message.size(), refusal.message());
    };
  }

  /** For a terminal: the kind, then the content behind it or on lines of its own. */
  String text() {
    return content.contains("\n")
        ? kind + "\n" + content.strip().indent(2).stripTrailing()
        : kind + " " + content;
  }
}
