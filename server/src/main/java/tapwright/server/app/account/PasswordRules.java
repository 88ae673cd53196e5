package tapwright.server.app.account;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tapwright.core.Refusal;

/**
 * Which passwords people may choose: NIST SP 800-63B section 5.1.1.2 asks for length and refuses
 * what is guessed first; it asks for no kinds of characters and no changes by the calendar.
 */
public final class PasswordRules {

  /** More than the eight of NIST: nobody here has to type it on a phone ten times a day. */
  static final int LEAST = 12;

  /** NIST wants 64 at the least; what is longer than this is no password but an attack. */
  static final int MOST = 256;

  /** What is left of a common password when its ending of digits and signs is taken off. */
  private static final Set<String> COMMON =
      Set.of(
          "password",
          "passwort",
          "passw",
          "pass",
          "qwerty",
          "qwertyuiop",
          "qwertz",
          "asdfgh",
          "asdfghjkl",
          "zxcvbnm",
          "iloveyou",
          "letmein",
          "welcome",
          "admin",
          "administrator",
          "changeme",
          "default",
          "secret",
          "dragon",
          "monkey",
          "football",
          "baseball",
          "sunshine",
          "princess",
          "superman",
          "batman",
          "trustno",
          "whatever",
          "starwars",
          "pokemon",
          "computer",
          "internet",
          "michael",
          "jordan",
          "master",
          "shadow",
          "login",
          "guest",
          "test",
          "testing",
          "abc",
          "abcd",
          "abcdef",
          "qazwsx",
          "qazwsxedc",
          "tapwright",
          "support",
          "company",
          "summer",
          "winter",
          "spring",
          "autumn",
          "january",
          "monday",
          "hello",
          "freedom",
          "correcthorsebatterystaple");

  /** Neighbours on a keyboard, or in the alphabet, forwards. */
  private static final List<String> ROWS =
      List.of(
          "01234567890123456789",
          "qwertyuiopasdfghjklzxcvbnm",
          "qwertzuiopasdfghjklyxcvbnm",
          "abcdefghijklmnopqrstuvwxyz",
          "1q2w3e4r5t6z7u8i9o0p",
          "1q2w3e4r5t6y7u8i9o0p",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm");

  private static final Pattern ENDING = Pattern.compile("[^\\p{L}]+$");
  private static final Pattern BEGINNING = Pattern.compile("^[^\\p{L}]+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  /** As few as these make a password a pattern. */
  private static final int FEW_CHARACTERS = 4;

  private PasswordRules() {}

  /** Why the person may not have the password; empty where they may. */
  public static Optional<Refusal> refusal(String password, String account) {
    int length = password.codePointCount(0, password.length());
    if (length < LEAST || length > MOST) {
      return Optional.of(
          AccountRefusal.PASSWORD_LENGTH.with("seen", length, "least", LEAST, "most", MOST));
    }
    return guessable(plain(password), account)
        .map(seen -> AccountRefusal.PASSWORD_GUESSABLE.with("seen", seen));
  }

  /** What it is, never itself. */
  private static Optional<String> guessable(String plain, String account) {
    if (plain.codePoints().distinct().count() <= FEW_CHARACTERS) {
      return Optional.of("a few characters over and over");
    }
    if (ROWS.stream().anyMatch(row -> row.contains(once(plain)))) {
      return Optional.of("a row of neighbours");
    }
    if (COMMON.contains(core(plain)) || COMMON.contains(once(core(plain)))) {
      return Optional.of("a common password, perhaps with an ending");
    }
    return isName(plain, account) ? Optional.of("the account's own name") : Optional.empty();
  }

  private static boolean isName(String plain, String account) {
    String person = account.contains("@") ? account.substring(0, account.indexOf('@')) : account;
    return core(plain).equals(core(plain(account))) || core(plain).equals(core(plain(person)));
  }

  /** In small letters, with signs that stand for letters as those letters. */
  private static String plain(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replace('@', 'a')
        .replace('$', 's')
        .replace(" ", "");
  }

  /** Its letters, without what it begins and ends with beside letters. */
  private static String core(String plain) {
    String begun = BEGINNING.matcher(plain).replaceFirst("");
    return NO_LETTERS.matcher(lettered(ENDING.matcher(begun).replaceFirst(""))).replaceAll("");
  }

  private static String lettered(String text) {
    return text.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('5', 's');
  }

  /** What a text repeats, where it repeats something. */
  private static String once(String text) {
    for (int size = 1; size <= text.length() / 2; size++) {
      if (text.length() % size == 0
          && text.substring(0, size).repeat(text.length() / size).equals(text)) {
        return text.substring(0, size);
      }
    }
    return text;
  }
}
