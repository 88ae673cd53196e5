package tapwright.server.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.wire.WireContact;
import tapwright.server.record.card.ContactSeal;

/**
 * Contacts in {@link Envelope}s, bound to their seller and card, and an index to find them by.
 *
 * <p>The index holds a truncated HMAC of each word, so that equal words can be found and no word
 * can be read. Marks above letters are dropped first: who types Muller finds Müller.
 */
public final class ContactVault implements ContactSeal {

  /** 96 bits: two of a billion words are the same by chance once in 10^10 installations. */
  private static final int WORD_BYTES = 12;

  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /** A word, or words that are one as in an e-mail address. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+([@.+_-]+[\\p{L}\\p{N}]+)*");

  private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Envelope envelope;
  private final SecretKey wordKey;

  /** The random generator gives nonces; it must not repeat itself. */
  public ContactVault(Keys keys, RandomGenerator random) {
    this.envelope = new Envelope(keys.aes("contact"), random);
    this.wordKey = keys.hmac("contact words");
  }

  @Override
  public Bytes seal(WireContact contact, SellerId seller, CardId card) {
    try {
      return envelope.seal(JSON.writeValueAsString(contact), place(seller, card));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a contact is always JSON", e);
    }
  }

  @Override
  public WireContact open(Bytes sealed, SellerId seller, CardId card) {
    try {
      return JSON.readValue(envelope.open(sealed, place(seller, card)), WireContact.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("contact of card " + card + " is no JSON", e);
    }
  }

  private static String place(SellerId seller, CardId card) {
    return seller + "/" + card;
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
