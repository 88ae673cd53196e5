package tapwright.core.card;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Whether a card speaks for somebody else than before, by the contacts that it had and has.
 *
 * <p>People marry, move and change their telephones. So it is a hand-over only where the names have
 * no word in common, an address or a telephone of both is known, and nothing ties the two.
 */
public final class HandOver {

  private HandOver() {}

  /** What tells a person apart; a field that is not known is empty. */
  public record Person(String name, String company, String phone, String email) {

    /** Says nothing of whom it names. */
    @Override
    public String toString() {
      return "a person";
    }
  }

  /** Whether the second is somebody else than the first, and no colleague. */
  public static boolean isBetween(Person before, Person after) {
    return areOthers(before, after)
        && areToldApart(before, after)
        && !isTied(before, after)
        && !areColleagues(before, after);
  }

  private static boolean areOthers(Person before, Person after) {
    Set<String> words = words(before.name());
    Set<String> others = words(after.name());
    return !words.isEmpty()
        && !others.isEmpty()
        && words.stream().noneMatch(word -> others.contains(word));
  }

  /** A name alone is too little: a nickname is another name. */
  private static boolean areToldApart(Person before, Person after) {
    return areKnown(before.email(), after.email()) || areKnown(before.phone(), after.phone());
  }

  private static boolean isTied(Person before, Person after) {
    return isSame(before.email(), after.email(), HandOver::folded)
        || isSame(before.phone(), after.phone(), HandOver::digits)
        || isSame(before.company(), after.company(), HandOver::folded);
  }

  /** Private people share the domain of whoever carries their mail, which says nothing of them. */
  private static boolean areColleagues(Person before, Person after) {
    boolean ofCompany = !before.company().isBlank() || !after.company().isBlank();
    return ofCompany && isSame(before.email(), after.email(), HandOver::domain);
  }

  private static boolean areKnown(String before, String after) {
    return !before.isBlank() && !after.isBlank();
  }

  private static boolean isSame(String before, String after, UnaryOperator<String> told) {
    String one = told.apply(before);
    return !one.isEmpty() && one.equals(told.apply(after));
  }

  private static Set<String> words(String name) {
    return Arrays.stream(folded(name).split("[^\\p{L}\\p{M}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static String digits(String phone) {
    return phone.replaceAll("\\D", "");
  }

  private static String domain(String email) {
    return folded(email.substring(email.lastIndexOf('@') + 1));
  }
}
