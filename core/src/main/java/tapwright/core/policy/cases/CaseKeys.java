package tapwright.core.policy.cases;

import java.util.List;
import java.util.stream.Stream;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Flag;

/** The keys that case files have, place by place; no other key is taken. */
public final class CaseKeys {

  public static final List<String> FILE = List.of("policy", "calendar", "cases");

  public static final List<String> CALENDAR = List.of("zone", "week", "holidays");

  public static final List<String> CASE = List.of("name", "claim", "facts", "expect");

  public static final List<String> CLAIM = List.of("kind", "reason", "at", "evidence");

  /** The facts of one value that stand in a file by themselves. */
  public static final List<Choice> CHOICES =
      Choice.ALL.stream()
          .filter(
              choice ->
                  !choice.isOfTheClaim()
                      && choice != Choice.DISPUTE_KIND
                      && choice != Choice.DISPUTE_STATUS)
          .toList();

  public static final List<String> FACTS =
      Stream.of(
              CHOICES.stream().map(Choice::key),
              Flag.ALL.stream().map(Flag::key),
              Event.ALL.stream().map(Event::word),
              Stream.of("price", "taps", "shares", "usage", Facts.UNSEEN_READS, "dispute"))
          .flatMap(keys -> keys)
          .toList();

  public static final List<String> DISPUTE = List.of("kind", "status");

  public static final List<String> USE =
      List.of("at", "taps", "shares", "signed", "mirrored", "bare", "quick");

  public static final List<String> EXPECT =
      List.of(
          "outcome",
          "by",
          "over",
          "missing",
          "effects",
          "shipping",
          "amount",
          "due",
          "until",
          "notices");

  private CaseKeys() {}
}
