package tapwright.server.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.random.RandomGenerator;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.wire.JobSecrets;
import tapwright.server.record.card.SecretSeal;

/** The secrets of chips in {@link Envelope}s of keys of their own, bound to seller and card. */
public final class SecretVault implements SecretSeal {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Envelope envelope;
  private final Envelope masters;

  /** The random generator gives nonces; it must not repeat itself. */
  public SecretVault(Keys keys, RandomGenerator random) {
    this.envelope = new Envelope(keys.aes("chip secrets"), Envelope.Whose.INSTALLATION, random);
    this.masters = new Envelope(keys.aes("chip master keys"), Envelope.Whose.INSTALLATION, random);
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

  @Override
  public Bytes seal(AesKey master, SellerId seller) {
    return masters.seal(master.value().toHex(), seller.value());
  }

  @Override
  public AesKey open(Bytes sealed, SellerId seller) {
    return new AesKey(Bytes.ofHex(masters.open(sealed, seller.value())));
  }

  private static String place(SellerId seller, CardId card) {
    return seller + "/" + card;
  }

  /** Without its cause, whose text would show what it could not read. */
  private static IllegalStateException unreadable(CardId card) {
    return new IllegalStateException("the secrets of card " + card + " are no JSON");
  }
}
