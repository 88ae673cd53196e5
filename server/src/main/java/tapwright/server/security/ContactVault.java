package tapwright.server.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.wire.WireContact;
import tapwright.server.app.ContactSeal;

/**
 * Contacts under AES-256-GCM (NIST SP 800-38D), bound to their seller and card.
 *
 * <pre>
 * byte 0       version of this envelope, 1
 * bytes 1-4    which key, 1 for the installation's; keys per holder get numbers of their own
 * bytes 5-16   nonce, random
 * bytes 17-    ciphertext of the contact as JSON, then the tag of 16 bytes
 * associated   "SELLER/CARD", so that a row moved to another card does not open
 * </pre>
 *
 * <p>The index holds a truncated HMAC of each word, so that equal words can be found and no word
 * can be read. Marks above letters are dropped first: who types Muller finds Müller.
 */
public final class ContactVault implements ContactSeal {

  private static final byte VERSION = 1;
  private static final int INSTALLATION_KEY = 1;
  private static final int NONCE_BYTES = 12;
  private static final int HEAD_BYTES = 5 + NONCE_BYTES;
  private static final int TAG_BITS = 128;

  /** 96 bits: two of a billion words are the same by chance once in 10^10 installations. */
  private static final int WORD_BYTES = 12;

  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /** A word, or words that are one as in an e-mail address. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+([@.+_-]+[\\p{L}\\p{N}]+)*");

  private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SecretKey contactKey;
  private final SecretKey wordKey;
  private final RandomGenerator random;

  /** The random generator gives nonces; it must not repeat itself. */
  public ContactVault(Keys keys, RandomGenerator random) {
    this.contactKey = keys.aes("contact");
    this.wordKey = keys.hmac("contact words");
    this.random = random;
  }

  @Override
  public Bytes seal(WireContact contact, SellerId seller, CardId card) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] plain = JSON.writeValueAsBytes(contact);
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, seller, card).doFinal(plain);
      ByteBuffer envelope = ByteBuffer.allocate(HEAD_BYTES + sealed.length);
      envelope.put(VERSION).putInt(INSTALLATION_KEY).put(nonce).put(sealed);
      return Bytes.copyOf(envelope.array());
    } catch (GeneralSecurityException e) {
      throw Keys.missing(e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a contact is always JSON", e);
    }
  }

  @Override
  public WireContact open(Bytes sealed, SellerId seller, CardId card) {
    ByteBuffer envelope = ByteBuffer.wrap(sealed.toArray());
    if (sealed.size() < HEAD_BYTES
        || envelope.get() != VERSION
        || envelope.getInt() != INSTALLATION_KEY) {
      throw new IllegalStateException("contact of card " + card + " has an unknown envelope");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    envelope.get(nonce);
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce, seller, card)
              .doFinal(sealed.sliceFrom(HEAD_BYTES).toArray());
      return JSON.readValue(new String(plain, StandardCharsets.UTF_8), WireContact.class);
    } catch (GeneralSecurityException | JsonProcessingException e) {
      throw new IllegalStateException(
          "contact of card " + card + " does not open with this key file", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, SellerId seller, CardId card)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, contactKey, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((seller + "/" + card).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  @Override
  public Collection<Bytes> blindWords(WireContact contact, SellerId seller) {
    Set<String> words = new LinkedHashSet<>();
    words.addAll(words(contact.name()));
    words.addAll(words(contact.company()));
    words.addAll(words(contact.title()));
    words.addAll(words(contact.email()));
    String digits = NOT_DIGITS.matcher(contact.phone()).replaceAll("");
    if (!digits.isEmpty()) {
      words.add(digits);
    }
    return blind(words, seller);
  }

  @Override
  public Collection<Bytes> blindWords(String searched, SellerId seller) {
    String digits = NOT_DIGITS.matcher(searched).replaceAll("");
    boolean phone = !digits.isEmpty() && searched.matches("[+0-9 ()./-]+");
    return blind(phone ? Set.of(digits) : words(searched), seller);
  }

  private Collection<Bytes> blind(Set<String> words, SellerId seller) {
    Set<Bytes> blind = new LinkedHashSet<>();
    for (String word : words) {
      blind.add(Keys.tag(wordKey, seller + "/" + word).slice(0, WORD_BYTES));
    }
    return blind;
  }

  private static Set<String> words(String text) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    Set<String> words = new LinkedHashSet<>();
    WORD.matcher(plain).results().map(MatchResult::group).forEach(words::add);
    return words;
  }
}
