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

/** All trails, one after the other. */
final class TrailChains {

  private static final String ROWS = "SELECT * FROM trail ORDER BY area, subject_id, number";

  private final ChainTaker taker;
  private @Nullable OpenTrail open;

  private TrailChains(ChainTaker taker) {
    this.taker = taker;
  }

  /** The trail whose entries are being read. */
  private record OpenTrail(ChainName name, String seller, OpenChain chain) {}

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
    TrailChains chains = new TrailChains(taker);
    session.each(ROWS, chains::take);
    chains.close();
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
    trail.chain().next(kept(row));
  }

  private static Optional<Subject.Area> area(String word) {
    return Arrays.stream(Subject.Area.values()).filter(area -> area.word().equals(word)).findAny();
  }

  private OpenTrail openedFor(ChainName name, Subject subject) {
    if (open != null && open.name().equals(name)) {
      return open;
    }
    close();
    OpenTrail opened =
        new OpenTrail(
            name, subject.seller().value(), new OpenChain(name, TrailLink.start(subject), taker));
    open = opened;
    return opened;
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
      open.chain().end();
      open = null;
    }
  }
}
