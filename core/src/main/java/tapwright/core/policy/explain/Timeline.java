package tapwright.core.policy.explain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.calendar.Moment;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Condition;
import tapwright.core.policy.pack.DueRule;
import tapwright.core.policy.pack.Miss;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Then;
import tapwright.core.policy.pack.Truth;
import tapwright.core.policy.pack.Window;

/** What happened, what ends and what is due, drawn in text in the order of time. */
public final class Timeline {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE dd MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Situation situation;
  private final Decision decision;
  private final List<Point> points = new ArrayList<>();

  private Timeline(Situation situation, Decision decision) {
    this.situation = situation;
    this.decision = decision;
  }

  /** What a point of the line stands for; at one instant they are drawn in this order. */
  private enum Mark {
    END("|"),
    DUE("!"),
    EVENT("o"),
    CLAIM("*");

    private final String sign;

    Mark(String sign) {
      this.sign = sign;
    }
  }

  /**
   * A point of the line.
   *
   * @param at when
   * @param mark what it stands for
   * @param says in words
   */
  private record Point(Instant at, Mark mark, String says) {}

  /**
   * The line, one point a row: {@code o} what happened, {@code *} the claim, {@code |} the end of a
   * time that counts for it, {@code !} what is due.
   */
  public static List<String> of(
      Pack pack, Calendar calendar, Claim claim, Facts facts, Decision decision) {
    return new Timeline(new Situation(pack, calendar, claim, facts), decision).rows();
  }

  private List<String> rows() {
    points.add(new Point(decision.claim().at(), Mark.CLAIM, "this claim"));
    situation
        .facts()
        .events()
        .forEach((event, at) -> points.add(new Point(at, Mark.EVENT, Phrases.happened(event))));
    windows().forEach(this::addEnd);
    decision.due().forEach((step, at) -> points.add(new Point(at, Mark.DUE, Phrases.due(step))));
    points.sort(Comparator.comparing(Point::at).thenComparing(Point::mark));
    ZoneId zone = situation.calendar().zone();
    List<String> rows = new ArrayList<>();
    points.forEach(point -> rows.add(row(point, zone)));
    return List.copyOf(rows);
  }

  /** The windows that made clauses apply, with those that were missed, and whose they are. */
  private Map<Window, Set<String>> windows() {
    Map<Window, Set<String>> windows = new TreeMap<>(Comparator.comparingInt(Window::index));
    Set<String> applied = new TreeSet<>(decision.byIds());
    applied.addAll(decision.overIds());
    for (Clause clause : situation.pack().clauses()) {
      if (applied.contains(clause.id())) {
        parts(clause).flatMap(this::looksAt).forEach(window -> add(windows, window, clause.id()));
      }
    }
    for (Decision.NearMiss near : decision.nearMisses()) {
      if (near.miss() instanceof Miss.Late late) {
        add(windows, late.window(), near.clause().id());
      }
    }
    return windows;
  }

  private static void add(Map<Window, Set<String>> windows, Window window, String clause) {
    windows.computeIfAbsent(window, _ -> new TreeSet<>()).add(clause);
  }

  private static Stream<Condition> parts(Clause clause) {
    return Stream.of(
            Stream.of(clause.when()),
            clause.then().stream().map(Then::when),
            clause.due().stream().map(DueRule::when))
        .flatMap(all -> all);
  }

  /** The windows in those parts of a condition that hold. */
  private Stream<Window> looksAt(Condition condition) {
    if (condition.truth(situation) != Truth.TRUE) {
      return Stream.empty();
    }
    return switch (condition) {
      case Condition.All all -> all.parts().stream().flatMap(this::looksAt);
      case Condition.Any any -> any.parts().stream().flatMap(this::looksAt);
      case Condition.Shown shown -> looksAt(shown.part());
      case Condition.Within within -> Stream.of(within.window());
      case Condition.After after -> Stream.of(after.window());
      case Condition.Uses uses -> Stream.of(uses.window());
      case Condition.Not _, Condition.Chosen _, Condition.Flagged _ -> Stream.empty();
      case Condition.Happened _ -> Stream.empty();
    };
  }

  private void addEnd(Window window, Set<String> clauses) {
    Optional<Event> anchor =
        window.anchors().stream()
            .filter(event -> situation.anchorAt(event) != null)
            .max(Comparator.comparing(event -> situation.facts().at(event).orElseThrow()));
    anchor.ifPresent(event -> addEnd(window, event, String.join(", ", clauses)));
  }

  private void addEnd(Window window, Event anchor, String clauses) {
    Instant start = situation.facts().at(anchor).orElseThrow();
    if (!(window.end(situation.calendar(), start) instanceof Moment.Known end)) {
      return;
    }
    String side = window.side() == Window.Side.AFTER ? " after " : " before ";
    String span = "end of the " + window.span().inWords() + side + Phrases.happened(anchor);
    points.add(new Point(end.at(), Mark.END, span + " (" + clauses + ")"));
  }

  /** Midnight is said as the end of the day before, where a time ends or something is due. */
  private static String row(Point point, ZoneId zone) {
    ZonedDateTime local = point.at().atZone(zone);
    boolean limit = point.mark() == Mark.END || point.mark() == Mark.DUE;
    boolean midnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
    String when =
        limit && midnight
            ? DAY.format(local.minusDays(1)) + " 24:00"
            : DAY.format(local) + " " + MINUTE.format(local);
    return when + "  " + point.mark().sign + "  " + point.says();
  }
}
