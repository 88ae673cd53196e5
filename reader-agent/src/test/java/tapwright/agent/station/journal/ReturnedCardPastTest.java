package tapwright.agent.station.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.agent.station.journal.JournalStep.Kind;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;
import tapwright.core.tag.inspect.Origin;
import tapwright.core.tag.inspect.Ownership;

/** Where a card that came back comes from, by the server and by what this desk did to it. */
class ReturnedCardPastTest {

  private static final Uid UID = Uid.ofHex("04112233445566");

  /** Steps are {@code made}, {@code emptied} or {@code begun} and a message, oldest first. */
  @ParameterizedTest
  @CsvSource({
    // what was done here, what the server knows, what it shows, whose it is, compared with
    "'',                      A, A,     OURS,      A",
    "'',                      A, B,     OURS,      A",
    "'',                      -, B,     UNREAD,    -",
    "'',                      -, empty, UNREAD,    -",
    "made A,                  A, B,     OURS,      A",
    "made A,                  A, -,     OURS,      A",
    "made A|made empty,       A, empty, EMPTIED,   empty",
    "made A|made empty,       A, B,     EMPTIED,   empty",
    "made A|made empty,       A, A,     OURS,      A",
    "made A|made empty,       -, B,     UNREAD,    -",
    "made A|made empty,       -, empty, EMPTIED,   empty",
    "made A|begun B,          A, -,     BEGUN,     B",
    "made A|begun B,          A, C,     BEGUN,     B",
    "made A|begun B,          A, A,     OURS,      A",
    "made A|made B,           A, B,     REWRITTEN, A",
    "made A|made B,           A, C,     REWRITTEN, A",
    "made A|made B,           B, B,     OURS,      B",
    "made A|made B,           B, A,     OURS,      B",
    "made B,                  A, B,     REWRITTEN, A",
    "made B,                  A, C,     OURS,      A",
    "made A,                  -, A,     OURS,      A",
    "made A,                  -, B,     UNREAD,    -"
  })
  void returned_isWhatServerAndDeskBearOut(
      String done, String told, String shown, Ownership ownership, String compared) {
    CardPast past = new CardPast(new TagStanding.Free(), steps(done));

    assertEquals(new Origin(ownership, hash(compared)), past.returned(hash(told), hash(shown)));
  }

  private static List<JournalStep> steps(String done) {
    List<JournalStep> steps = new ArrayList<>();
    Arrays.stream(done.split("\\|"))
        .filter(step -> !step.isBlank())
        .map(ReturnedCardPastTest::step)
        .forEach(steps::add);
    Collections.reverse(steps);
    return steps;
  }

  private static JournalStep step(String words) {
    List<String> parts = List.of(words.strip().split(" "));
    Kind kind = parts.getFirst().equals("begun") ? Kind.HAND_BEGUN : Kind.HAND_VERIFIED;
    return JournalStep.byHand(kind, UID, message(parts.getLast()).sha256());
  }

  private static Optional<String> hash(String message) {
    return message.equals("-") ? Optional.empty() : Optional.of(message(message).sha256().toHex());
  }

  private static Bytes message(String name) {
    return name.equals("empty") ? Bytes.EMPTY : Bytes.ofUtf8(name);
  }
}
