package tapwright.server.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.random.RandomGenerator;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.wire.JobSecrets;
import tapwright.server.app.SecretSeal;

/** The secrets of chips in {@link Envelope}s of a key of their own, bound to seller and card. */
public final class SecretVault implements SecretSeal {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Envelope envelope;

  /** The random generator gives nonces; it must not repeat itself. */
  public SecretVault(Keys keys, RandomGenerator random) {
    this.envelope = new Envelope(keys.aes("chip secrets"), random);
  }

  @Override
  public Bytes seal(JobSecrets secrets, SellerId seller, CardId card) {
    try {
      return envelope.seal(JSON.writeValueAsString(secrets), place(seller, card));
    } catch (JsonProcessingException e) {
      throw unreadable(card);
    }
  }

  @Override
  public JobSecrets open(Bytes sealed, SellerId seller, CardId card) {
    try {
      return JSON.readValue(envelope.open(sealed, place(seller, card)), JobSecrets.class);
    } catch (JsonProcessingException e) {
      throw unreadable(card);
    }
  }

  private static String place(SellerId seller, CardId card) {
    return seller + "/" + card;
  }

  /** Without its cause, whose text would show what it could not read. */
  private static IllegalStateException unreadable(CardId card) {
    return new IllegalStateException("the secrets of card " + card + " are no JSON");
  }
}
