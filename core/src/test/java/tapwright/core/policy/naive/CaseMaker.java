package tapwright.core.policy.naive;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Makes up cases on which a pack has something to say, the same ones for the same chance. */
public final class CaseMaker {

  /** A time of which the shipped calendars know the holidays; some ends lie beyond it. */
  private static final Instant FIRST = Instant.parse("2025-10-01T00:00:00Z");

  private static final int DAYS = 450;

  private static final List<String> PRICES =
      List.of("49.00 INR", "149.99 SAR", "7 JPY", "0.05 USD");

  private static final List<String> ZONES =
      List.of("America/New_York", "Asia/Kolkata", "Africa/Cairo", "Pacific/Apia");

  private final NaivePack pack;
  private final RandomGenerator random;
  private final Set<String> plainlyRead = new TreeSet<>();

  public CaseMaker(NaivePack pack, RandomGenerator random) {
    this.pack = pack;
    this.random = random;
    pack.clauses().forEach(clause -> clause.find("when").ifPresent(this::collectPlainlyRead));
    pack.clauses().stream()
        .flatMap(clause -> clause.find("then").stream())
        .flatMap(then -> then.itemsOrOne().stream())
        .forEach(variant -> variant.find("when").ifPresent(this::collectPlainlyRead));
  }

  /** The facts that conditions read without being content that nobody has shown them. */
  private void collectPlainlyRead(Plain condition) {
    condition
        .entries()
        .forEach(
            (key, value) -> {
              switch (key) {
                case "shown", "within", "after", "happened", "usage" -> {}
                case "all", "any" -> value.items().forEach(this::collectPlainlyRead);
                case "not" -> collectPlainlyRead(value);
                default -> plainlyRead.add(key);
              }
            });
  }

  /** Now and then a calendar of a case file, in which every year is complete. */
  public NaiveCalendar calendar() {
    if (random.nextInt(3) > 0) {
      return pack.calendar();
    }
    Map<Integer, Set<LocalDate>> holidays = new TreeMap<>();
    for (int i = random.nextInt(40); i > 0; i--) {
      LocalDate day = LocalDate.of(2025, 10, 1).plusDays(random.nextInt(DAYS + 100));
      holidays.computeIfAbsent(day.getYear(), year -> new TreeSet<>()).add(day);
    }
    ZoneId zone = random.nextBoolean() ? pack.calendar().zone() : ZoneId.of(any(ZONES));
    Set<String> week =
        random.nextBoolean() ? pack.calendar().week() : Set.of("SUN", "MON", "TUE", "THU");
    return new NaiveCalendar(zone, week, holidays, true);
  }

  /** A case made around the clause with that id, or around any where there is none. */
  public PlainCase about(String id) {
    List<Plain> clauses =
        pack.clauses().stream().filter(clause -> NaivePack.id(clause).equals(id)).toList();
    return about(any(clauses.isEmpty() ? pack.clauses() : clauses), pack.calendar());
  }

  /** A case made around one clause or another. */
  public PlainCase next(NaiveCalendar calendar) {
    return about(any(pack.clauses()), calendar);
  }

  /** A case made around a clause, mostly so that it applies. */
  private PlainCase about(Plain clause, NaiveCalendar calendar) {
    PlainCase.Draft draft = new PlainCase.Draft(any(clause.at("claims").words()), instant());
    Steering steering = new Steering(pack, calendar, random, draft);
    noise(draft);
    steer(steering, clause);
    if (random.nextInt(3) == 0) {
      List<Plain> others =
          pack.clauses().stream().filter(each -> NaivePack.reaches(each, draft.kind)).toList();
      steer(steering, others.isEmpty() ? clause : any(others));
    }
    if (random.nextInt(6) == 0) {
      clause.find("when").ifPresent(when -> steering.towards(when, false));
    }
    forget(draft);
    if (clause.has("evidence") && random.nextInt(4) == 0) {
      Plain demand = any(clause.at("evidence").items());
      draft.evidence.removeAll((demand.isMap() ? demand.at("any-of") : demand).words());
    }
    return draft.done();
  }

  private void steer(Steering steering, Plain clause) {
    clause.find("when").ifPresent(when -> steering.towards(when, true));
    if (clause.has("then") && random.nextBoolean()) {
      Optional<Plain> when = any(clause.at("then").itemsOrOne()).find("when");
      when.ifPresent(condition -> steering.towards(condition, random.nextInt(4) > 0));
    }
  }

  private void noise(PlainCase.Draft draft) {
    for (Map.Entry<String, List<String>> choice : Vocabulary.CHOICES.entrySet()) {
      boolean known = plainlyRead.contains(choice.getKey()) || random.nextInt(6) == 0;
      boolean dispute = choice.getKey().startsWith("dispute");
      if (known && !(dispute && random.nextInt(5) > 0)) {
        draft.values.put(choice.getKey(), any(choice.getValue()));
      }
    }
    draft.values.keySet().removeAll(List.of("claim", "reason"));
    draft.reason = any(Vocabulary.CHOICES.getOrDefault("reason", List.of()));
    Vocabulary.FLAGS.stream().filter(flag -> random.nextInt(8) == 0).forEach(draft.flags::add);
    for (String event : Vocabulary.events()) {
      if (random.nextInt(4) == 0) {
        draft.events.put(event, around(draft.at));
      }
    }
    draft.events.put(World.PURCHASE, draft.at.minus(Duration.ofMinutes(random.nextLong(60_000))));
    long taps = random.nextLong(3);
    draft.uses = new PlainCase.Uses(taps, random.nextLong(2), null);
    draft.price = random.nextInt(5) > 0 ? any(PRICES) : null;
  }

  /** Leaves out some of what the case would have to know or bring. */
  private void forget(PlainCase.Draft draft) {
    if (random.nextInt(5) == 0) {
      draft.evidence.remove(any(Vocabulary.EVIDENCE));
      draft.evidence.remove(any(Vocabulary.EVIDENCE));
    }
    if (random.nextInt(8) == 0 && !draft.values.isEmpty()) {
      draft.values.remove(any(List.copyOf(draft.values.keySet())));
    }
    if (random.nextInt(16) == 0) {
      Long taps = random.nextBoolean() ? draft.uses.taps() : null;
      draft.uses = new PlainCase.Uses(taps, null, null);
    }
    if (random.nextInt(250) == 0) {
      draft.events.remove(World.PURCHASE);
    }
    boolean half =
        draft.values.containsKey("disputeKind") != draft.values.containsKey("disputeStatus");
    if (half) {
      draft.values.keySet().removeAll(List.of("disputeKind", "disputeStatus"));
    }
  }

  private Instant instant() {
    return FIRST.plusSeconds(random.nextLong(DAYS * 24L * 3600));
  }

  /** Mostly in the weeks before, now and then on the very instant or soon after. */
  private Instant around(Instant instant) {
    return switch (random.nextInt(8)) {
      case 0 -> instant;
      case 1 -> instant.plusSeconds(random.nextLong(20L * 24 * 3600));
      default -> instant.minusSeconds(random.nextLong(40L * 24 * 3600));
    };
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
