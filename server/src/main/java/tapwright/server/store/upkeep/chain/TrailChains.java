package tapwright.server.store.upkeep.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.core.trail.ChainFault;
import tapwright.core.trail.LinkedEntry;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.core.trail.TrailLink;
import tapwright.server.store.upkeep.Session;

/**
 * All trails, one after the other, beside what is told of them elsewhere: so a trail that is gone
 * shows, and one whose end was cut off or put on.
 */
final class TrailChains {

  private static final String ROWS = "SELECT * FROM trail ORDER BY area, subject_id, number";

  private final Session session;
  private final ToldTrails told;
  private final ChainTaker taker;
  private @Nullable OpenTrail open;

  private TrailChains(Session session, ToldTrails told, ChainTaker taker) {
    this.session = session;
    this.told = told;
    this.taker = taker;
  }

  /** The trail whose entries are being read. */
  private record OpenTrail(ChainName name, String seller, OpenChain chain, TrailEnds ends) {}

  /** An entry as it is kept. */
  private record Kept(TrailEntry entry, Bytes link) implements LinkedEntry {
    @Override
    public long number() {
      return entry.number();
    }

    @Override
    public Bytes linkAfter(Bytes before, long at) {
      return TrailLink.after(
          before,
          new TrailEntry(
              Math.max(at, 1),
              entry.kind(),
              entry.detail(),
              entry.by(),
              entry.cause(),
              entry.at(),
              entry.recordedAt()));
    }
  }

  static void read(Session session, ChainTaker taker) {
    try (ToldTrails told = new ToldTrails(session)) {
      TrailChains chains = new TrailChains(session, told, taker);
      session.each(ROWS, chains::take);
      chains.close();
      chains.removedBefore(Optional.empty());
    }
  }

  private void take(ResultSet row) throws SQLException {
    ChainName name = new ChainName(row.getString("area"), row.getString("subject_id"));
    Optional<Subject.Area> area = area(name.area());
    long number = row.getLong("number");
    String seller = row.getString("seller");
    if (area.isEmpty() || number < 1 || !SellerId.isOne(seller)) {
      taker.fault(
          name,
          new ChainFault(ChainFault.Kind.ADDED, number, "an area, a seller, numbers from 1 on"));
      return;
    }
    OpenTrail trail =
        openedFor(name, new Subject(new SellerId(seller), area.get(), name.subject()));
    if (!trail.seller().equals(seller)) {
      trail.chain().fault(ChainFault.Kind.CHANGED, number, "seller " + trail.seller());
    }
    Kept kept = kept(row);
    trail.chain().next(kept);
    trail.ends().take(kept.entry());
  }

  private static Optional<Subject.Area> area(String word) {
    return Arrays.stream(Subject.Area.values()).filter(area -> area.word().equals(word)).findAny();
  }

  private OpenTrail openedFor(ChainName name, Subject subject) {
    if (open != null && open.name().equals(name)) {
      return open;
    }
    close();
    removedBefore(Optional.of(name));
    OpenTrail opened =
        new OpenTrail(
            name,
            subject.seller().value(),
            new OpenChain(name, TrailLink.start(subject), taker),
            new TrailEnds(toldOf(name)));
    open = opened;
    return opened;
  }

  private Optional<ToldTrail> toldOf(ChainName name) {
    Optional<ToldTrail> found = told.next().filter(trail -> trail.name().equals(name));
    found.ifPresent(trail -> told.advance());
    return found;
  }

  /** Trails that are told of before the name, and of which there is no entry. */
  private void removedBefore(Optional<ChainName> name) {
    while (told.next().isPresent()
        && name.map(one -> told.next().get().name().compareTo(one) < 0).orElse(true)) {
      ToldTrail trail = told.next().get();
      if (isGone(trail.name())) {
        OpenChain chain = new OpenChain(trail.name(), Bytes.EMPTY, taker);
        chain.fault(ChainFault.Kind.REMOVED, 1, "entries up to " + trail.last());
        chain.end();
      }
      told.advance();
    }
  }

  /** A key that the two orders do not place alike is no fault. */
  private boolean isGone(ChainName name) {
    return session.number(
            "SELECT count(*) FROM trail WHERE area = ? AND subject_id = ?",
            name.area(),
            name.subject())
        == 0;
  }

  private static Kept kept(ResultSet row) throws SQLException {
    TrailEntry entry =
        new TrailEntry(
            row.getLong("number"),
            row.getString("kind"),
            row.getString("detail"),
            new TrailEntry.By(row.getString("actor"), row.getString("role")),
            row.getString("cause"),
            KeptLink.instant(row, "at"),
            KeptLink.instant(row, "recorded_at"));
    return new Kept(entry, KeptLink.of(row, false));
  }

  private void close() {
    if (open != null) {
      open.ends().close(open.chain());
      open.chain().end();
      open = null;
    }
  }
}
