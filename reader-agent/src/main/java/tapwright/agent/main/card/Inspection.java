package tapwright.agent.main.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.tag.inspect.Diagnosis;
import tapwright.core.tag.inspect.Diagnosis.Verdict;
import tapwright.core.tag.inspect.Flaw;
import tapwright.core.tag.inspect.Match;
import tapwright.core.tag.inspect.Ownership;
import tapwright.core.tag.inspect.Showing;
import tapwright.core.tag.inspect.TagFindings;
import tapwright.core.tag.inspect.TagWords;

/**
 * A card in words, and in the command's JSON as facts for a claim.
 *
 * @param verdict {@code works}, {@code defective}, {@code tampered}, {@code not-ours} or {@code
 *     unknown}
 * @param grounds the facts on which it rests
 * @param chipTest the fact of that name of a claim: {@code passes} or {@code fails}; null where it
 *     cannot be told
 * @param contentMatchesOrder the fact of that name of a claim; null where nothing was compared
 * @param knownBy what tells the chip from others
 * @param originality what its signature says: {@code genuine-batch}, {@code signature-wrong},
 *     {@code no-signature} or {@code not-asked}
 * @param memory how much room for a message there is
 * @param locks which pages can never change again
 * @param password what a password or keys are asked for, and from where on
 * @param mirror what the chip puts into its message by itself
 * @param counter the read counter; null where the chip does not count or does not tell
 * @param firstDifference index in the message; null where it is equal or not compared
 * @param content what it shows
 * @param flaws places in its memory that fail
 */
record Inspection(
    String verdict,
    List<NamedGround> grounds,
    @Nullable String chipTest,
    @Nullable Boolean contentMatchesOrder,
    String chip,
    String uid,
    String knownBy,
    String originality,
    String memory,
    String locks,
    String password,
    String mirror,
    @Nullable Integer counter,
    @Nullable Integer firstDifference,
    String content,
    List<NamedFlaw> flaws) {

  /** One ground in the command's JSON. */
  record NamedGround(String code, String words) {}

  /** One place that fails in the command's JSON. */
  record NamedFlaw(String kind, String place) {

    static NamedFlaw of(Flaw flaw) {
      String kind =
          switch (flaw.kind()) {
            case UNSTEADY -> "unsteady";
            case DEAD -> "dead";
          };
      return new NamedFlaw(kind, flaw.place());
    }
  }

  static Inspection of(TagFindings found, Match match, Ownership ownership) {
    Diagnosis diagnosis = Diagnosis.of(found, match, ownership);
    TagWords words = found.words();
    return new Inspection(
        diagnosis.verdict().code(),
        diagnosis.grounds().stream()
            .map(ground -> new NamedGround(ground.code().code(), ground.words()))
            .toList(),
        diagnosis.chipWorks().map(works -> works ? "passes" : "fails").orElse(null),
        diagnosis.contentMatchesOrder().orElse(null),
        found.chip(),
        found.uid().toString(),
        words.knownBy(),
        found.originality().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        words.memory(),
        words.locks(),
        words.password(),
        words.mirror(),
        found.counter().orElse(null),
        match instanceof Match.DiffersAt(int index) ? index : null,
        contentOf(found.showing()),
        found.flaws().stream().map(NamedFlaw::of).toList());
  }

  /** Whether anything speaks against the card, beside what could not be told. */
  boolean isBad() {
    boolean differs = Boolean.FALSE.equals(contentMatchesOrder);
    return differs || !List.of(Verdict.WORKS.code(), Verdict.UNKNOWN.code()).contains(verdict);
  }

  List<String> lines() {
    return lines(content);
  }

  /** The same for who need not know whom the card speaks for. */
  List<String> discreetLines(Showing showing) {
    return lines(
        showing instanceof Showing.Message
            ? "a message, which is not shown here; tapwright card read shows it"
            : content);
  }

  private List<String> lines(String shown) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                chip + ", UID " + uid + " (known by " + knownBy + ")",
                "memory: " + memory,
                "locks: " + locks,
                "protection: " + password,
                "mirror: " + mirror,
                "counter: " + (counter == null ? "off or not told" : counter.toString()),
                "content: " + shown,
                "verdict: " + verdict));
    grounds.forEach(ground -> lines.add("  " + ground.words()));
    return lines;
  }

  private static String contentOf(Showing showing) {
    return switch (showing) {
      case Showing.Message(Bytes message) -> ShownRecord.textOf(message);
      case Showing.Empty empty -> EncodeRefusal.TAG_EMPTY.with().message();
      case Showing.Broken(Refusal why) -> why.message();
      case Showing.Hidden(Refusal why) -> why.message();
    };
  }
}
