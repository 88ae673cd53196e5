package tapwright.core.policy.pack;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.CountedUses;

/** One version of a seller's policy: its clauses, windows, calendar and known gaps. */
public final class Pack {

  /** Stands between the keys of pack and overlays; no id has it. */
  public static final String OVERLAY_MARK = "+";

  private final Heading heading;
  private final Calendar calendar;
  private final @Nullable Interpretation calendarReading;
  private final List<Window> windows;
  private final List<Clause> clauses;
  private final List<Gap> gaps;
  private final List<Clash> clashes;
  private final Cells cells;
  private final @Nullable Instant start;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Overlay> overlays;

  /** The ids of the clauses that overlays brought. */
  private final Set<String> ofLaw = new LinkedHashSet<>();

  private final Map<ClaimKind, List<Clause>> decidingByKind = new EnumMap<>(ClaimKind.class);
  private final Map<ClaimKind, List<Clause>> demandingByKind = new EnumMap<>(ClaimKind.class);
  private final Map<ClaimKind, List<Clause>> dutiesByKind = new EnumMap<>(ClaimKind.class);

  public Pack(
      Heading heading,
      Calendar calendar,
      @Nullable Interpretation calendarReading,
      List<Window> windows,
      List<Clause> clauses,
      List<Gap> gaps,
      List<Clash> clashes) {
    this(heading, calendar, calendarReading, windows, clauses, gaps, clashes, List.of());
  }

  private Pack(
      Heading heading,
      Calendar calendar,
      @Nullable Interpretation calendarReading,
      List<Window> windows,
      List<Clause> clauses,
      List<Gap> gaps,
      List<Clash> clashes,
      List<Overlay> overlays) {
    this.overlays = List.copyOf(overlays);
    this.heading = heading;
    this.calendar = calendar;
    this.calendarReading = calendarReading;
    this.windows = List.copyOf(windows);
    this.clauses = List.copyOf(clauses);
    this.gaps = List.copyOf(gaps);
    this.clashes = List.copyOf(clashes);
    this.start = heading.inForce() == null ? null : heading.inForce().start(calendar.zone());
    this.cells = Cells.of(this.clauses, this.gaps);
    for (Clause clause : this.clauses) {
      places.put(clause.id(), places.size());
    }
    List<Clause> overridersFirst = OverrideOrder.overridersFirst(this.clauses);
    for (ClaimKind kind : ClaimKind.values()) {
      decidingByKind.put(
          kind, overridersFirst.stream().filter(clause -> clause.decidesOn(kind)).toList());
      List<Clause> reaching =
          this.clauses.stream().filter(clause -> clause.claims().contains(kind)).toList();
      demandingByKind.put(kind, reaching.stream().filter(Clause::isDemand).toList());
      dutiesByKind.put(kind, reaching.stream().filter(Clause::isDuty).toList());
    }
  }

  /**
   * What a pack says of itself.
   *
   * @param id its name, the same in all versions
   * @param version which version
   * @param title whose policy it is
   * @param inForce from when it binds; null where the text does not say
   * @param leavesOut what of the published text the pack does not carry; null where it carries all
   * @param counted which uses its clauses count
   * @param sha256 the hash of the pack's text
   */
  public record Heading(
      String id,
      String version,
      String title,
      @Nullable InForce inForce,
      @Nullable String leavesOut,
      CountedUses counted,
      Bytes sha256) {

    Heading hashedWith(Bytes otherSha256) {
      Bytes both = Bytes.ofUtf8(sha256.toHex() + "\n" + otherSha256.toHex() + "\n").sha256();
      return new Heading(id, version, title, inForce, leavesOut, counted, both);
    }
  }

  public String id() {
    return heading.id();
  }

  public String version() {
    return heading.version();
  }

  /** Id and version, then those of the overlays: {@code b-rigardz@1+law-in@1}. */
  public String key() {
    StringBuilder key = new StringBuilder(heading.id() + "@" + heading.version());
    overlays.forEach(overlay -> key.append(OVERLAY_MARK).append(overlay.key()));
    return key.toString();
  }

  /** Whether it is meant by a name: its id, its id and version, or its whole key. */
  public boolean isNamed(String name) {
    return heading.id().equals(name)
        || (heading.id() + "@" + heading.version()).equals(name)
        || key().equals(name);
  }

  /** The rights of the law that are switched on for this pack. */
  public List<Overlay> overlays() {
    return overlays;
  }

  /**
   * This pack with the rights of a law beside its own; its hash covers both texts. Refused where
   * both have a clause of one name.
   */
  public Checked<Pack> withOverlay(Overlay overlay) {
    Overlay.Content more = overlay.after(windows);
    List<String> ids = clauses.stream().map(Clause::id).toList();
    for (Clause clause : more.clauses()) {
      if (ids.contains(clause.id())) {
        return new Checked.Refused<>(
            PolicyRefusal.NAME_TWICE.with(
                "place", overlay + " over " + key(), "key", "clause", "seen", clause.id()));
      }
    }
    return new Checked.Passed<>(with(overlay, more));
  }

  private Pack with(Overlay overlay, Overlay.Content more) {
    Pack combined =
        new Pack(
            heading.hashedWith(overlay.sha256()),
            calendar,
            calendarReading,
            joined(windows, more.windows()),
            joined(clauses, more.clauses()),
            gaps,
            clashes,
            joined(overlays, List.of(overlay)));
    combined.ofLaw.addAll(ofLaw);
    more.clauses().forEach(clause -> combined.ofLaw.add(clause.id()));
    return combined;
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** Whether the clause is the law's and not the seller's. */
  public boolean isOfLaw(Clause clause) {
    return !ofLaw.isEmpty() && ofLaw.contains(clause.id());
  }

  public String title() {
    return heading.title();
  }

  /** The hash of the texts of pack and overlays, which pins every clause. */
  public Bytes sha256() {
    return heading.sha256();
  }

  public Optional<String> leavesOut() {
    return Optional.ofNullable(heading.leavesOut());
  }

  public @Nullable InForce inForceOrNull() {
    return heading.inForce();
  }

  public Optional<InForce> inForce() {
    return Optional.ofNullable(heading.inForce());
  }

  /** The zone, week and holidays that the pack names. */
  public Calendar calendar() {
    return calendar;
  }

  /** Which uses its clauses count, and those of the law beside them. */
  public CountedUses countedUses() {
    return heading.counted();
  }

  public Optional<Interpretation> calendarReading() {
    return Optional.ofNullable(calendarReading);
  }

  public List<Window> windows() {
    return windows;
  }

  public List<Clause> clauses() {
    return clauses;
  }

  /** The clause with that id, which is known to be there. */
  public Clause clause(String id) {
    return clauses.stream()
        .filter(clause -> clause.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("clause is " + id + ", not in " + key()));
  }

  /** The name of the file that the pack was read from, for messages. */
  public String file() {
    String place = clauses.getFirst().place();
    int column = place.lastIndexOf(':');
    return place.substring(0, place.lastIndexOf(':', column - 1));
  }

  /** The clauses that the pack carries, in its order. */
  public List<Citation> citations() {
    return clauses.stream().map(Clause::citation).toList();
  }

  public List<Gap> gaps() {
    return gaps;
  }

  /** The holes into which such a claim can fall, in the order in which they are looked at. */
  public List<Gap> gaps(ClaimKind kind) {
    return gaps.stream().filter(gap -> gap.claims().contains(kind)).toList();
  }

  public List<Clash> clashes() {
    return clashes;
  }

  /**
   * Why one clause defeats another, with what follows from each here; null where it does not. An
   * edge settles nothing between clauses that say the same, so both stand (S19).
   */
  public @Nullable Ground overrides(Clause winner, Then follows, Clause loser, Then other) {
    Ground ground =
        ofLaw.isEmpty()
            ? winner.overrides().get(loser.id())
            : amongLaw(winner, follows, loser, other);
    return ground == null || follows.givesTheSameAs(other) ? null : ground;
  }

  private @Nullable Ground amongLaw(Clause winner, Then follows, Clause loser, Then other) {
    if (isOfLaw(winner)) {
      return isOfLaw(loser)
          ? LawOrder.between(follows, clauses.indexOf(winner) < clauses.indexOf(loser), other)
          : LawOrder.ofLaw(other);
    }
    return isOfLaw(loser) ? LawOrder.ofSeller(follows) : winner.overrides().get(loser.id());
  }

  /** The clause that says which version rules an order. */
  public Optional<Clause> versionClause() {
    String id = heading.inForce() == null ? null : heading.inForce().clause();
    return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
  }

  /** The first instant at which this version binds; the beginning of time where none is named. */
  public Instant start() {
    return start == null ? Instant.MIN : start;
  }

  public Cells cells() {
    return cells;
  }

  /** The clauses that can decide such a claim, each before those that it overrides. */
  public List<Clause> deciding(ClaimKind kind) {
    return decidingByKind.getOrDefault(kind, List.of());
  }

  /** The place of a clause in the pack, from 0. */
  public int placeOf(String id) {
    return places.getOrDefault(id, clauses.size());
  }

  /** The clauses that ask for something before such a claim is granted. */
  public List<Clause> demanding(ClaimKind kind) {
    return demandingByKind.getOrDefault(kind, List.of());
  }

  /** The clauses that set due dates for such a claim without deciding it. */
  public List<Clause> duties(ClaimKind kind) {
    return dutiesByKind.getOrDefault(kind, List.of());
  }

  @Override
  public String toString() {
    return key();
  }
}
