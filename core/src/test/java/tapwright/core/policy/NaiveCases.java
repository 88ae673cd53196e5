package tapwright.core.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.naive.NaiveCalendar;
import tapwright.core.policy.naive.NaivePack;
import tapwright.core.policy.naive.PlainCase;
import tapwright.core.policy.naive.Vocabulary;
import tapwright.core.policy.pack.Pack;

/** The same packs, calendars and cases for the engine and for the naive reading. */
public final class NaiveCases {

  private NaiveCases() {}

  /** The text of a shipped pack. */
  public static String text(Pack pack) {
    return resource("/tapwright/policies/" + pack.id() + ".yaml");
  }

  public static NaivePack naive(String text) {
    return NaivePack.of(text, name -> resource("/tapwright/calendars/" + name + ".yaml"));
  }

  private static String resource(String name) {
    try (InputStream stream = NaiveCases.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The calendar for the engine: that of the pack, or the complete one of a case file. */
  static Calendar calendar(Pack pack, NaiveCalendar calendar) {
    if (!calendar.complete()) {
      return pack.calendar();
    }
    Set<DayOfWeek> week = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (calendar.week().contains(day.name().substring(0, 3))) {
        week.add(day);
      }
    }
    Set<LocalDate> holidays = new HashSet<>();
    calendar.holidays().values().forEach(holidays::addAll);
    return Calendar.complete(calendar.zone(), week, holidays);
  }

  public static Claim claim(PlainCase plain) {
    Set<Evidence> evidence = new LinkedHashSet<>();
    plain.evidence().forEach(word -> evidence.add(Word.of(Evidence.values(), word)));
    return new Claim(
        Word.of(ClaimKind.values(), plain.kind()),
        Word.of(Reason.values(), plain.reason()),
        plain.at(),
        evidence);
  }

  public static Facts facts(PlainCase plain) {
    Facts.Builder facts = Facts.builder();
    for (Choice choice : Choice.ALL) {
      String value = plain.values().get(choice.key());
      if (value != null) {
        facts.choose(choice, Word.find(choice.allowed(), value).orElseThrow());
      }
    }
    for (Flag flag : Flag.ALL) {
      facts.flag(flag, plain.flags().contains(flag.key()));
    }
    plain.events().forEach((event, at) -> facts.at(Word.of(Event.values(), event), at));
    if (plain.price() != null) {
      facts.price(Money.parse(plain.price()).orElseThrow());
    }
    return facts.usage(usage(plain.uses())).build();
  }

  private static Usage usage(PlainCase.Uses uses) {
    List<PlainCase.Use> each = uses.each();
    return each == null
        ? new Usage.Counts(uses.taps(), uses.shares())
        : new Usage.Timeline(
            each.stream().map(use -> new Usage.Use(use.at(), use.taps(), use.shares())).toList());
  }

  /** Whether the words of the case format are the same on both sides. */
  static boolean shareTheirWords() {
    return Choice.ALL.stream()
            .allMatch(
                choice ->
                    choice.allowed().stream()
                        .map(Word::word)
                        .toList()
                        .equals(Vocabulary.CHOICES.get(choice.key())))
        && words(Flag.ALL.stream().map(Flag::key).toList(), Vocabulary.FLAGS)
        && words(Event.ALL.stream().map(Word::word).toList(), Vocabulary.events())
        && words(List.of(Evidence.values()).stream().map(Word::word).toList(), Vocabulary.EVIDENCE);
  }

  private static boolean words(List<String> some, List<String> others) {
    return new HashSet<>(some).equals(new HashSet<>(others));
  }
}
