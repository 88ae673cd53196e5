package tapwright.core.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value of a closed list, as packs, case files and decisions spell it: {@code full-refund}. */
public interface Word {

  /** The constant's name; every word is an enum constant. */
  String name();

  /** The place of the constant in its list. */
  int ordinal();

  /** The spelling: lower case, words joined by hyphens. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value with that spelling, if the list has it. */
  static <W extends Word> Optional<W> find(List<W> allowed, String spelling) {
    return allowed.stream().filter(value -> value.word().equals(spelling)).findFirst();
  }

  /** The value with that spelling; for lists of constants, where an unknown one is a defect. */
  static <W extends Word> W of(W[] allowed, String spelling) {
    return find(List.of(allowed), spelling)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "word is " + spelling + ", allowed are " + list(Arrays.asList(allowed))));
  }

  /** The spellings, joined by commas. */
  static String list(Collection<? extends Word> words) {
    return words.stream().map(Word::word).collect(Collectors.joining(", "));
  }
}
