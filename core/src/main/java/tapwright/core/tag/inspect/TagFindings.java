package tapwright.core.tag.inspect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;
import tapwright.core.tag.originality.Originality;

/**
 * What was found on a tag by looking at it, before any judgement.
 *
 * @param uid its number
 * @param chip its model as staff know it
 * @param unrecognised why it is no chip that Tapwright makes cards of; empty when it is one
 * @param originality what its signature says of where it comes from
 * @param showing what it shows
 * @param openness who can change that
 * @param counter its read counter, where it counts and tells
 * @param words its settings for people
 * @param stored what was read, by place, without what a chip changes by itself
 * @param flaws places that do not do what memory does
 */
public record TagFindings(
    Uid uid,
    String chip,
    Optional<Refusal> unrecognised,
    Originality originality,
    Showing showing,
    Openness openness,
    Optional<Integer> counter,
    TagWords words,
    Map<String, Bytes> stored,
    List<Flaw> flaws) {

  public TagFindings {
    stored = Collections.unmodifiableMap(new LinkedHashMap<>(stored));
    flaws = List.copyOf(flaws);
  }

  /** A tag of which nothing is known but its number, and why. */
  public static TagFindings unrecognised(Uid uid, Refusal why) {
    return new TagFindings(
        uid,
        "unknown chip",
        Optional.of(why),
        Originality.NOT_ASKED,
        new Showing.Hidden(why),
        Openness.UNKNOWN,
        Optional.empty(),
        TagWords.UNKNOWN,
        Map.of(),
        List.of());
  }

  /** A tag of a known kind that shows nothing before its password, not even its settings. */
  public static TagFindings hidden(Uid uid, String chip, Refusal why) {
    return new TagFindings(
        uid,
        chip,
        Optional.empty(),
        Originality.NOT_ASKED,
        new Showing.Hidden(why),
        Openness.SECRET_HOLDER,
        Optional.empty(),
        TagWords.UNKNOWN,
        Map.of(),
        List.of());
  }

  /**
   * These findings beside a second look, taken after the field was off: places that both looks read
   * and that differ are unsteady.
   *
   * @throws IllegalArgumentException when it was a look at another tag
   */
  public TagFindings besides(TagFindings second) {
    if (!second.uid.equals(uid)) {
      throw new IllegalArgumentException("the second look is at " + second.uid + ", not " + uid);
    }
    List<Flaw> unsteady = new ArrayList<>();
    stored.forEach(
        (place, bytes) -> {
          if (!bytes.equals(second.stored.getOrDefault(place, bytes))) {
            unsteady.add(new Flaw(Flaw.Kind.UNSTEADY, place));
          }
        });
    return withFlaws(unsteady);
  }

  /** These findings with more flaws. */
  public TagFindings withFlaws(List<Flaw> more) {
    List<Flaw> all = new ArrayList<>(flaws);
    all.addAll(more);
    return new TagFindings(
        uid, chip, unrecognised, originality, showing, openness, counter, words, stored, all);
  }
}
