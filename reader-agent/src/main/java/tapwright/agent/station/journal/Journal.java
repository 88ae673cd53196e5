package tapwright.agent.station.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tapwright.agent.station.StationFault;
import tapwright.agent.station.journal.JournalStep.Kind;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.Uid;
import tapwright.core.tag.inspect.Origin;

/**
 * What happened to which card, on disk before it matters: the one place that knows whose a UID is.
 *
 * <p>An SQLite file in a folder that one process at a time may hold. Each step is committed with
 * {@code synchronous=FULL} before its method returns, so that kill -9 at any moment leaves every
 * card either untouched, or known as its owner's. Several threads may use it: each call is done
 * whole before the next.
 */
public final class Journal implements AutoCloseable {

  /** An owner's state is the kind of its last step; without any it waits in the queue. */
  private static final String LAST_KIND =
      "coalesce((select kind from step where step.owner = item.owner order by seq desc limit 1),"
          + " 'REQUEUED')";

  private static final String NEWEST =
      " item.seq = (select max(seq) from item newer where newer.owner = item.owner) ";

  private static final String ITEM = "select item.owner, position, label, content from item where";

  private final FileChannel lockFile;
  private final Connection connection;
  private final Sql sql;
  private final ContentSeal seal;
  private final InstantSource clock;

  private Journal(
      FileChannel lockFile, Connection connection, Sql sql, ContentSeal seal, InstantSource clock) {
    this.lockFile = lockFile;
    this.connection = connection;
    this.sql = sql;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * Opens the journal in the folder, made where there is none.
   *
   * @param random for the key that secrets and people are encrypted with, and its nonces:
   *     unguessable
   * @throws StationFault.JournalInUse when another process holds it
   */
  public static Journal open(Path folder, InstantSource clock, RandomGenerator random) {
    FileChannel lockFile = lockFile(folder);
    boolean opened = false;
    try {
      Path file = folder.resolve("journal.sqlite");
      OwnerOnly.database(file);
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      Sql sql = new Sql(connection);
      ContentSeal seal = new ContentSeal(sql, new JournalKey(folder), random);
      JournalTables.prepare(sql, seal);
      Pruning.journal(sql, clock.instant());
      Journal journal = new Journal(lockFile, connection, sql, seal, clock);
      opened = true;
      return journal;
    } catch (SQLException | IOException e) {
      throw new StationFault.JournalBroken("opening it in " + folder, e);
    } finally {
      if (!opened) {
        letGo(lockFile);
      }
    }
  }

  /** Does several things as one, of which no other thread sees half. */
  public synchronized <T> T exclusively(Supplier<T> work) {
    return work.get();
  }

  /** Writes the step down; it is on disk when this returns. */
  public synchronized void append(JournalStep step) {
    append(step, Optional.empty());
  }

  /** Writes the step and what the server has to be told of it, both or neither. */
  public synchronized void append(JournalStep step, Optional<OutboxEvent> event) {
    sql.atOnce(
        "writing " + step.kind(),
        () -> {
          checkFollows(step);
          insert(step);
          event.ifPresent(this::insert);
        });
  }

  /**
   * Makes work known, newest words first: work that is known keeps its state. Work whose card was
   * begun keeps its content as well, so that the card is finished as what it was begun as.
   */
  public synchronized void enrol(String source, String name, List<JournalItem> items) {
    String doing = "taking work in";
    sql.atOnce(
        doing,
        () -> {
          sql.run(doing, "insert or ignore into source values (?, ?, ?)", source, name, now());
          items.stream().filter(this::isNews).forEach(item -> insert(source, item));
        });
  }

  /** What is sealed is compared opened: sealed again it never is the same text. */
  private boolean isNews(JournalItem item) {
    return find(item.owner())
        .filter(
            known ->
                known.content().equals(item.content()) || stateOf(item.owner()) == RowState.BOUND)
        .isEmpty();
  }

  private void insert(String source, JournalItem item) {
    sql.run(
        "taking work in",
        "insert into item (owner, source, position, label, content) values (?, ?, ?, ?, ?)",
        item.owner(),
        source,
        item.position(),
        seal.stored(item.label(), item.owner()),
        seal.stored(item.content(), item.owner()));
  }

  /** What the source's cards are finished with; empty where that was never noted. */
  public synchronized Optional<FinishNote> finishOf(String source) {
    return sql
        .rows(
            "looking how cards are finished",
            "select content from finish where source = ? order by seq desc limit 1",
            results -> seal.opened(results.getString(1), source),
            source)
        .stream()
        .findFirst()
        .map(FinishNote::parse);
  }

  /** Writes down what the source's cards are finished with from now on. */
  public synchronized void noteFinish(String source, FinishNote note) {
    String doing = "noting how cards are finished";
    sql.atOnce(
        doing,
        () ->
            sql.run(
                doing,
                "insert into finish (source, content) values (?, ?)",
                source,
                seal.stored(note.text(), source)));
  }

  /** Other batches that had the same name, newest first, by their source. */
  public synchronized List<String> othersNamed(String name, String source) {
    return sql.rows(
        "looking for older batches",
        "select id from source where name = ? and id <> ? order by at desc",
        results -> results.getString(1),
        name,
        source);
  }

  /** The source's work in a state, in its order. */
  public synchronized List<JournalItem> inState(String source, RowState state) {
    return sql
        .rows(
            "listing work",
            "select item.owner, position, label, content, "
                + LAST_KIND
                + " from item where source = ? and"
                + NEWEST
                + "order by position, item.seq",
            results -> new Kept(item(results), Kind.valueOf(results.getString(5)).state()),
            source)
        .stream()
        .filter(kept -> kept.state == state)
        .map(Kept::item)
        .toList();
  }

  /** Whether any of the source's work has a card that was begun and is not finished. */
  public synchronized boolean hasBegun(String source) {
    return !sql.rows(
            "looking for cards that were begun",
            "select 1 from item where source = ? and"
                + NEWEST
                + "and "
                + LAST_KIND
                + " = 'BOUND' limit 1",
            results -> results.getInt(1),
            source)
        .isEmpty();
  }

  /** The first of the source's work that waits for a card. */
  public synchronized Optional<JournalItem> nextQueued(String source) {
    return sql
        .rows(
            "looking for work",
            ITEM
                + " source = ? and"
                + NEWEST
                + "and "
                + LAST_KIND
                + " in ('REQUEUED', 'TURNED_AWAY', 'SCRAPPED') order by position, item.seq limit 1",
            this::item,
            source)
        .stream()
        .findFirst();
  }

  public synchronized Optional<JournalItem> find(String owner) {
    return sql
        .rows("looking for " + owner, ITEM + NEWEST + "and owner = ?", this::item, owner)
        .stream()
        .findFirst();
  }

  /** How far the owner has come. */
  public synchronized RowState stateOf(String owner) {
    RowState state =
        lastStep("owner", owner).map(step -> step.kind().state()).orElse(RowState.QUEUED);
    return state == RowState.VERIFIED && isReported(owner) ? RowState.REPORTED : state;
  }

  /** Whose the card is. */
  public synchronized TagStanding standingOf(Uid uid) {
    return lastStep("uid", uid.toString())
        .map(this::standingAfter)
        .orElseGet(TagStanding.Free::new);
  }

  /** All that was done to the card, in a row or job or by hand, newest first. */
  synchronized List<JournalStep> pastOf(Uid uid) {
    return sql.rows(
        "looking for " + uid,
        "select kind, owner, uid, hash, model, code, detail from step where uid = ?"
            + " and kind <> 'HAND_PASSWORD_REFUSED' order by seq desc",
        this::step,
        uid.toString());
  }

  /**
   * Where a card comes from that the server calls ours.
   *
   * @param told SHA-256 of the message that the server knows of; empty where it knows of none
   * @param shown that of the message that the card shows, of nothing where it is empty; empty where
   *     it cannot be compared
   */
  public synchronized Origin originBeside(Uid uid, Optional<String> told, Optional<String> shown) {
    return new CardPast(standingOf(uid), pastOf(uid)).returned(told, shown);
  }

  /** When a command last did anything to the card. */
  synchronized Optional<Instant> timeOfLastByHand(Uid uid) {
    return sql
        .rows(
            "looking for " + uid,
            "select at from step where uid = ? and owner is null"
                + " and kind <> 'HAND_PASSWORD_REFUSED' order by seq desc limit 1",
            results -> Instant.parse(results.getString(1)),
            uid.toString())
        .stream()
        .findFirst();
  }

  /** Notes that the card did not take the password. */
  public synchronized void refusedPassword(Uid uid, TagPassword password) {
    String doing = "writing that a password was refused";
    sql.atOnce(
        doing,
        () ->
            insert(
                new JournalStep(
                    Kind.HAND_PASSWORD_REFUSED,
                    null,
                    uid,
                    codeOf(uid, password),
                    null,
                    null,
                    null)));
  }

  /** Whether the card did not take the password, and was given none by a command since. */
  synchronized boolean hasRefused(Uid uid, TagPassword password) {
    return !sql.rows(
            "looking for refused passwords",
            "select 1 from step where uid = ?1 and kind = 'HAND_PASSWORD_REFUSED' and hash = ?2"
                + " and seq > coalesce((select max(seq) from step where uid = ?1"
                + " and kind in ('HAND_PASSWORD', 'BOUND')), 0) limit 1",
            results -> results.getInt(1),
            uid.toString(),
            codeOf(uid, password))
        .isEmpty();
  }

  private String codeOf(Uid uid, TagPassword password) {
    return seal.codeOf("refused by " + uid + ": " + password.password().toHex());
  }

  /** The last that a command did to the card. */
  synchronized Optional<JournalStep> lastByHand(Uid uid) {
    return sql
        .rows(
            "looking for " + uid,
            "select kind, owner, uid, hash, model, code, detail from step where uid = ?"
                + " and owner is null and kind <> 'HAND_PASSWORD_REFUSED'"
                + " order by seq desc limit 1",
            this::step,
            uid.toString())
        .stream()
        .findFirst();
  }

  /** The last step of an owner that says no, for a report. */
  public synchronized Optional<JournalStep> lastStepOf(String owner) {
    return lastStep("owner", owner);
  }

  /** What the source's server has to be told and has not answered, oldest first. */
  public synchronized List<OutboxEvent> unsent(String source, int max) {
    return sql.rows(
        "reading the outbox",
        "select event_id, event.owner, body from event join item on item.owner = event.owner"
            + " where source = ? and"
            + NEWEST
            + "and event_id not in (select event_id from answer) order by event.seq limit ?",
        this::event,
        source,
        max);
  }

  /** Ends an event's way. */
  public synchronized void answered(String eventId, String status, @Nullable String detail) {
    sql.run(
        "writing the server's answer",
        "insert or ignore into answer values (?, ?, ?, ?)",
        eventId,
        now(),
        status,
        seal.storedIfAny(detail, eventId));
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StationFault.JournalBroken("closing it", e);
    } finally {
      letGo(lockFile);
    }
  }

  /** A file that this process alone has locked, for as long as it is open. */
  private static FileChannel lockFile(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel lockFile =
          FileChannel.open(
              folder.resolve("journal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(lockFile)) {
        lockFile.close();
        throw new StationFault.JournalInUse(folder);
      }
      return lockFile;
    } catch (IOException e) {
      throw new StationFault.JournalBroken("locking it in " + folder, e);
    }
  }

  private static boolean isLocked(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void letGo(FileChannel lockFile) {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new StationFault.JournalBroken("unlocking it", e);
    }
  }

  /**
   * A card is bound only when it is nobody's, or is done with and written anew, and its owner
   * waits; only what is bound is done.
   */
  private void checkFollows(JournalStep step) {
    String owner = step.owner();
    Uid uid = step.uid();
    boolean follows =
        switch (step.kind()) {
          case BOUND ->
              uid != null
                  && owner != null
                  && standingOf(uid) instanceof TagStanding.Free
                  && stateOf(owner) == RowState.QUEUED;
          case REBOUND ->
              uid != null
                  && owner != null
                  && (standingOf(uid) instanceof TagStanding.Free
                      || standingOf(uid) instanceof TagStanding.Done)
                  && stateOf(owner) == RowState.QUEUED;
          case VERIFIED, SCRAPPED ->
              uid != null
                  && standingOf(uid) instanceof TagStanding.Begun begun
                  && begun.owner().equals(owner);
          case TURNED_AWAY, REFUSED, REQUEUED, RELEASED -> owner != null;
          case HAND_BEGUN,
              HAND_PASSWORD,
              HAND_PASSWORD_REFUSED,
              HAND_PASSWORD_REMOVAL,
              HAND_TEST,
              HAND_LOCK,
              HAND_VERIFIED ->
              uid != null && owner == null;
        };
    if (!follows) {
      throw new IllegalStateException("the journal does not allow " + step);
    }
  }

  private TagStanding standingAfter(JournalStep step) {
    String owner = String.valueOf(step.owner());
    return switch (step.kind()) {
      case BOUND, REBOUND -> new TagStanding.Begun(owner, labelOf(owner));
      case VERIFIED -> new TagStanding.Done(owner, labelOf(owner));
      case SCRAPPED -> new TagStanding.Scrapped(String.valueOf(step.detail()));
      case TURNED_AWAY, REFUSED, REQUEUED, RELEASED -> new TagStanding.Free();
      case HAND_BEGUN,
          HAND_PASSWORD,
          HAND_PASSWORD_REFUSED,
          HAND_PASSWORD_REMOVAL,
          HAND_TEST,
          HAND_LOCK,
          HAND_VERIFIED ->
          new TagStanding.Free();
    };
  }

  private String labelOf(String owner) {
    return sql
        .rows(
            "looking for " + owner,
            "select label from item where" + NEWEST + "and owner = ?",
            results -> seal.opened(results.getString(1), owner),
            owner)
        .stream()
        .filter(label -> !label.isEmpty())
        .findFirst()
        .orElse(owner);
  }

  private boolean isReported(String owner) {
    return !sql.rows(
            "looking for an answer",
            "select 1 from event join answer using (event_id) where owner = ? limit 1",
            results -> results.getInt(1),
            owner)
        .isEmpty();
  }

  /** Steps by hand do not change whose a card is. */
  private Optional<JournalStep> lastStep(String column, String key) {
    return sql
        .rows(
            "looking for " + key,
            "select kind, owner, uid, hash, model, code, detail from step where "
                + column
                + " = ? and owner is not null order by seq desc limit 1",
            this::step,
            key)
        .stream()
        .findFirst();
  }

  private void insert(JournalStep step) {
    Uid uid = step.uid();
    sql.run(
        "writing " + step.kind(),
        "insert into step (at, kind, owner, uid, hash, model, code, detail)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        now(),
        step.kind().name(),
        step.owner(),
        uid == null ? null : uid.toString(),
        step.hash(),
        step.model(),
        step.code(),
        seal.storedIfAny(step.detail(), step.owner()));
  }

  private void insert(OutboxEvent event) {
    sql.run(
        "writing an event",
        "insert into event (event_id, owner, body) values (?, ?, ?)",
        event.eventId(),
        event.owner(),
        seal.stored(event.body(), event.eventId()));
  }

  private String now() {
    return clock.instant().toString();
  }

  private OutboxEvent event(ResultSet results) throws SQLException {
    String eventId = results.getString(1);
    return new OutboxEvent(
        eventId, results.getString(2), seal.opened(results.getString(3), eventId));
  }

  private JournalItem item(ResultSet results) throws SQLException {
    String owner = results.getString(1);
    return new JournalItem(
        owner,
        results.getInt(2),
        seal.opened(results.getString(3), owner),
        seal.opened(results.getString(4), owner));
  }

  private JournalStep step(ResultSet results) throws SQLException {
    String owner = results.getString(2);
    String uid = results.getString(3);
    return new JournalStep(
        Kind.valueOf(results.getString(1)),
        owner,
        uid == null ? null : Uid.ofHex(uid),
        results.getString(4),
        results.getString(5),
        results.getString(6),
        seal.openedIfAny(results.getString(7), owner));
  }

  private record Kept(JournalItem item, RowState state) {}
}
