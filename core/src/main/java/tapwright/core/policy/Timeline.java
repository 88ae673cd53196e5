package tapwright.core.policy;

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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    EVENT("o"),
    END("|"),
    DUE("!"),
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

  /** The windows at which the deciding and the nearly deciding clauses look. */
  private Set<Window> windows() {
    Set<String> ids = new TreeSet<>(decision.byIds());
    ids.addAll(decision.overIds());
    decision.nearMisses().forEach(near -> ids.add(near.clause().id()));
    Set<Window> windows = new TreeSet<>(Comparator.comparingInt(Window::index));
    for (Clause clause : situation.pack().clauses()) {
      if (ids.contains(clause.id())) {
        windows.addAll(Cells.windows(clause));
      }
    }
    return windows;
  }

  private void addEnd(Window window) {
    for (Map.Entry<Event, Instant> event : situation.facts().events().entrySet()) {
      boolean anchors = window.anchors().contains(event.getKey());
      if (anchors
          && window.end(situation.calendar(), event.getValue()) instanceof Moment.Known end) {
        String side = window.side() == Window.Side.AFTER ? " after " : " before ";
        points.add(
            new Point(
                end.at(),
                Mark.END,
                "end of the "
                    + window.span().inWords()
                    + side
                    + Phrases.happened(event.getKey())
                    + readers(window)));
      }
    }
  }

  private String readers(Window window) {
    return situation.pack().clauses().stream()
        .filter(clause -> clause.claims().contains(decision.claim().kind()))
        .filter(clause -> Cells.windows(clause).contains(window))
        .map(Clause::id)
        .collect(Collectors.joining(", ", " (", ")"));
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
