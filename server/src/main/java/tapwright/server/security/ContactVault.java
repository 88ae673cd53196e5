package tapwright.server.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.wire.WireContact;
import tapwright.server.record.card.ContactSeal;
import tapwright.server.record.card.SealedContact;
import tapwright.server.record.key.HolderKey;

/**
 * Contacts in {@link Envelope}s under their holders' keys, bound to seller, card and holder, and an
 * index to find them by.
 *
 * <p>A holder's key stands wrapped beside the contact ({@link HolderKeys}).
 */
public final class ContactVault implements ContactSeal {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What an earlier version sealed; nothing is sealed with it any more. */
  private final Envelope old;

  private final HolderKeys holders;
  private final BlindIndex index;

  /** The random generator gives keys and nonces; it must be unguessable. */
  public ContactVault(Keys keys, RandomGenerator random) {
    this.old = new Envelope(keys.aes("contact"), Envelope.Whose.INSTALLATION, random);
    this.holders = new HolderKeys(keys, random);
    this.index = new BlindIndex(keys);
  }

  @Override
  public HolderKey newKey(String holderId, SellerId seller) {
    return holders.draw(holderId, seller);
  }

  @Override
  public SealedContact seal(WireContact contact, HolderKey key, SellerId seller, CardId card) {
    try {
      Bytes sealed =
          holders
              .envelope(key, seller)
              .seal(JSON.writeValueAsString(contact), place(seller, card) + "/" + key.holder());
      return new SealedContact(sealed, Optional.of(key));
    } catch (JsonProcessingException e) {
      throw unreadable(card);
    }
  }

  @Override
  public WireContact open(SealedContact contact, SellerId seller, CardId card) {
    try {
      return JSON.readValue(opened(contact, seller, card), WireContact.class);
    } catch (JsonProcessingException e) {
      throw unreadable(card);
    }
  }

  private String opened(SealedContact contact, SellerId seller, CardId card) {
    return contact
        .key()
        .map(
            key ->
                holders
                    .envelope(key, seller)
                    .open(contact.sealed(), place(seller, card) + "/" + key.holder()))
        .orElseGet(() -> old.open(contact.sealed(), place(seller, card)));
  }

  private static String place(SellerId seller, Object whose) {
    return seller + "/" + whose;
  }

  /** Without its cause, whose text would show what it could not read. */
  private static IllegalStateException unreadable(CardId card) {
    return new IllegalStateException("the contact of card " + card + " is no JSON");
  }

  @Override
  public Bytes mark(WireContact contact, SellerId seller, CardId card) {
    return index.mark(contact, seller, card);
  }

  @Override
  public Bytes mark(String email, SellerId seller) {
    return index.mark(email, seller);
  }

  @Override
  public Collection<Bytes> blindWords(WireContact contact, SellerId seller) {
    return index.words(contact, seller);
  }

  @Override
  public Collection<Bytes> blindWords(String searched, SellerId seller) {
    return index.words(searched, seller);
  }
}
