package tapwright.server.app.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import tapwright.core.Bytes;
import tapwright.server.record.claim.SealedText;
import tapwright.server.record.claim.TextSeal;
import tapwright.server.record.goods.Rma;
import tapwright.server.record.key.HolderKey;

/** Labels of returns under their holders' keys. */
final class SealedLabels {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TextSeal seal;

  SealedLabels(TextSeal seal) {
    this.seal = seal;
  }

  SealedText seal(RmaLabel label, HolderKey key, Rma rma) {
    try {
      Bytes text = Bytes.ofUtf8(JSON.writeValueAsString(label));
      return seal.seal(text, key, rma.seller(), place(rma));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("lines are always JSON", e);
    }
  }

  RmaView view(Rma rma) {
    return new RmaView(rma, rma.label().map(label -> open(label, rma)));
  }

  private RmaLabel open(SealedText label, Rma rma) {
    try {
      return JSON.readValue(seal.open(label, rma.seller(), place(rma)).toUtf8(), RmaLabel.class);
    } catch (JsonProcessingException e) {
      // without its cause, whose text would show what it could not read
      throw new IllegalStateException("the label of return " + rma.id() + " is no JSON");
    }
  }

  private static String place(Rma rma) {
    return "rma/" + rma.id();
  }
}
