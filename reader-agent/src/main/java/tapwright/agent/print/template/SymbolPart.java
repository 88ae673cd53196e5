package tapwright.agent.print.template;

import tapwright.agent.print.page.Frame;
import tapwright.core.qr.Correction;

/**
 * Room for the QR symbol with its quiet zone, a square.
 *
 * @param frame the room
 * @param field what the symbol says: the link or the contact
 * @param correction how much of it may be lost
 * @param logoShare the side of the logo in its middle, of the side of the symbol; 0 for none
 */
public record SymbolPart(Frame frame, LabelField field, Correction correction, double logoShare)
    implements TemplatePart {

  public SymbolPart {
    if (field != LabelField.LINK && field != LabelField.CONTACT) {
      throw new IllegalArgumentException("field is " + field + ", allowed are LINK and CONTACT");
    }
    if (!(logoShare >= 0 && logoShare < 1)) {
      throw new IllegalArgumentException(
          "logoShare is " + logoShare + ", allowed are 0 and more, less than 1");
    }
  }
}
