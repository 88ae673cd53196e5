package tapwright.agent.station;

import java.util.List;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.print.template.LabelContent;
import tapwright.core.Bytes;

/**
 * A card to be made.
 *
 * @param owner the key of the row or job in the journal
 * @param label what staff call it
 * @param request what its card shall hold, the message with the contact first where there is one
 * @param labelContent what a label for it says
 */
public record WorkItem(
    String owner, String label, EncodeRequest request, LabelContent labelContent) {

  /** SHA-256 of all that may be written, so that the journal says what a torn card was to be. */
  public Bytes hash() {
    Bytes all = Bytes.EMPTY;
    List<Bytes> messages = request.messages();
    for (Bytes message : messages) {
      all = all.plus(message);
    }
    return all.sha256();
  }
}
