package tapwright.agent.station.batch;

import java.util.List;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.Finish;
import tapwright.agent.print.SheetLabel;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.station.PrintLink;
import tapwright.core.Bytes;
import tapwright.core.ndef.Contact;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.NdefMessage;

/**
 * One row of a batch: one card.
 *
 * @param line where it begins in the file, the first line being 1
 * @param contact whose card it is; without a URL of its own, since the link is on the card already
 * @param link what the card leads to: the column {@code url}
 * @param order the shop's order number, empty for none
 * @param pack the policy pack that it was sold under, empty for none
 */
public record BatchRow(int line, Contact contact, Link link, String order, String pack) {

  /** Link first, contact second; where both do not fit the chip, the link alone. */
  public EncodeRequest request(Finish finish) {
    Bytes both = NdefMessage.of(link.record(), contact.record()).encode();
    Bytes linkAlone = NdefMessage.of(link.record()).encode();
    return new EncodeRequest(List.of(both, linkAlone), Counting.NONE, finish);
  }

  /** What a label for the card says. */
  public LabelContent labelContent() {
    return LabelContent.of(PrintLink.of(link))
        .with(LabelField.NAME, contact.name())
        .with(LabelField.TITLE, contact.title())
        .with(LabelField.COMPANY, contact.company())
        .with(LabelField.ORDER, order);
  }

  SheetLabel sheetLabel() {
    return new SheetLabel(link.uri(), contact.name(), order);
  }

  /** What staff call it, as {@code line 4 (Ada Example)}. */
  public String label() {
    return "line " + line + " (" + contact.name() + ")";
  }
}
