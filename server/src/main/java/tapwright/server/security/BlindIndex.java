package tapwright.server.security;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.wire.WireContact;

/**
 * What contacts and their holders are found by: keyed hashes, so that equal words can be found and
 * no word can be read. Marks above letters are dropped first: who types Muller finds Müller.
 */
final class BlindIndex {

  /** 96 bits: two of a billion words are the same by chance once in 10^10 installations. */
  private static final int WORD_BYTES = 12;

  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /** A word, or words that are one as in an e-mail address. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+([@.+_-]+[\\p{L}\\p{N}]+)*");

  private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");

  private final SecretKey wordKey;
  private final SecretKey holderKey;

  BlindIndex(Keys keys) {
    this.wordKey = keys.hmac("contact words");
    this.holderKey = keys.hmac("holder marks");
  }

  /**
   * The mark of whom the contact speaks for. Capitals make no difference: what stands before the @
   * could tell them apart (RFC 5321 section 2.4), and in use nowhere does.
   */
  Bytes mark(WireContact contact, SellerId seller, CardId card) {
    return contact.email().isBlank() ? mark(seller, "card " + card) : mark(contact.email(), seller);
  }

  Bytes mark(String email, SellerId seller) {
    return mark(seller, "e-mail " + email.strip().toLowerCase(Locale.ROOT));
  }

  private Bytes mark(SellerId seller, String knownBy) {
    return Keys.tag(holderKey, seller + "/" + knownBy);
  }

  Collection<Bytes> words(WireContact contact, SellerId seller) {
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

  Collection<Bytes> words(String searched, SellerId seller) {
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
