package tapwright.server.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Random;
import tapwright.core.card.CardId;
import tapwright.core.wire.WireContact;
import tapwright.server.record.card.SealedContact;

/** Seals as the versions did that had no keys of holders. */
public final class OldSeal {

  private OldSeal() {}

  /** A contact of the default seller's card under the installation's key. */
  public static SealedContact of(Keys keys, WireContact contact, CardId card) {
    Envelope envelope =
        new Envelope(keys.aes("contact"), Envelope.Whose.INSTALLATION, new Random(9));
    try {
      String text = new ObjectMapper().writeValueAsString(contact);
      return new SealedContact(envelope.seal(text, "default/" + card), Optional.empty());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
