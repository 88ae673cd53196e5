package tapwright.server.store.upkeep.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of a trail as it is told beside the trail.
 *
 * @param trail whose entry it is
 * @param seller as it is kept there
 * @param kind of the entry; empty where only that is told that there is one
 * @param recordedAt when it was written down; the epoch where that is not told
 */
record ToldEvent(ChainName trail, String seller, long number, String kind, Instant recordedAt) {

  /** The trail's subject, for an order's money the word money, and the entry's number. */
  private static final Pattern ID = Pattern.compile("(.+?)(?:\\.money)?\\.(\\d{1,18})");

  /** An event of the outbox; empty where it tells of no trail's entry. */
  static Optional<ToldEvent> ofOutbox(String area, ResultSet row) throws SQLException {
    Matcher id = ID.matcher(row.getString("event_id"));
    return id.matches()
        ? Optional.of(
            new ToldEvent(
                new ChainName(area, id.group(1)),
                row.getString("seller"),
                Long.parseLong(id.group(2)),
                row.getString("kind").substring(area.length() + 1),
                KeptLink.instant(row, "created_at")))
        : Optional.empty();
  }

  /** Somebody who was forgotten: the trail says by whom. */
  static Optional<ToldEvent> ofHolder(String area, ResultSet row) throws SQLException {
    return Optional.of(
        new ToldEvent(
            new ChainName(area, row.getString("holder_id")),
            row.getString("seller"),
            1,
            "",
            Instant.EPOCH));
  }

  /** Whether the entry is the one that is told. */
  boolean isOf(String entryKind, Instant entryRecordedAt) {
    return kind.isEmpty() || (kind.equals(entryKind) && recordedAt.equals(entryRecordedAt));
  }
}
