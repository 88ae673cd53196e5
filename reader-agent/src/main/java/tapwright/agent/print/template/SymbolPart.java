package tapwright.agent.print.template;

import tapwright.agent.print.page.Frame;
import tapwright.agent.print.page.SymbolInks;
import tapwright.core.qr.Correction;

/**
 * Room for the QR symbol with its quiet zone.
 *
 * @param frame the room, a square
 * @param field what the symbol says: the link or the contact
 * @param look how it is made
 */
public record SymbolPart(Frame frame, LabelField field, Look look) implements TemplatePart {

  public SymbolPart {
    if (!LabelField.SYMBOLS.contains(field)) {
      throw new IllegalArgumentException(
          "field is " + field + ", allowed are " + LabelField.SYMBOLS);
    }
  }

  /**
   * How a symbol is made.
   *
   * @param least the correction that it must have; it gets more where there is room
   * @param logoShare the side of the logo in its middle, of its side without quiet zone; 0 for none
   * @param inks its colours
   */
  public record Look(Correction least, double logoShare, SymbolInks inks) {

    public Look {
      if (!(logoShare >= 0 && logoShare < 1)) {
        throw new IllegalArgumentException(
            "logoShare is " + logoShare + ", allowed are 0 and more, less than 1");
      }
    }
  }
}
