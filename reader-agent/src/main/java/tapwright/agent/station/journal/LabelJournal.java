package tapwright.agent.station.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
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
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tapwright.agent.print.job.LabelKey;
import tapwright.agent.print.job.LabelStanding;
import tapwright.agent.print.job.PrintRecord;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.JobTicket;
import tapwright.agent.print.target.PastJob;
import tapwright.agent.station.StationFault;

/**
 * Which label was sent where and what became of it, on disk before it is sent.
 *
 * <p>A file of its own beside the cards' journal, which one process holds for as long as it runs: a
 * label is printed again while the station goes on making cards. Several processes may use it; each
 * print job is one process's turn.
 */
public final class LabelJournal implements PrintRecord, AutoCloseable {

  private final Connection connection;
  private final Sql sql;
  private final ContentSeal seal;
  private final FileChannel turns;
  private final InstantSource clock;

  private LabelJournal(
      Connection connection, Sql sql, ContentSeal seal, FileChannel turns, InstantSource clock) {
    this.connection = connection;
    this.sql = sql;
    this.seal = seal;
    this.turns = turns;
    this.clock = clock;
  }

  /**
   * Opens the labels' file in the journal's folder, made where there is none.
   *
   * @param random for the key that people are encrypted with, and its nonces: unguessable
   */
  public static LabelJournal open(Path folder, InstantSource clock, RandomGenerator random) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve("labels.sqlite");
      OwnerOnly.database(file);
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      Sql sql = new Sql(connection);
      ContentSeal seal = new ContentSeal(sql, new JournalKey(folder), random);
      LabelTables.prepare(sql, seal);
      Pruning.labels(sql, clock.instant());
      FileChannel turns =
          FileChannel.open(
              folder.resolve("labels.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return new LabelJournal(connection, sql, seal, turns, clock);
    } catch (SQLException | IOException e) {
      throw new StationFault.JournalBroken("opening the labels' file in " + folder, e);
    }
  }

  @Override
  public Optional<Turn> turn() {
    try {
      return Optional.ofNullable(turns.tryLock()).map(lock -> () -> release(lock));
    } catch (OverlappingFileLockException inThisProcess) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StationFault.JournalBroken("taking a turn at printing", e);
    }
  }

  private static void release(FileLock lock) {
    try {
      lock.release();
    } catch (IOException e) {
      throw new StationFault.JournalBroken("giving the turn at printing back", e);
    }
  }

  @Override
  public synchronized LabelStanding standingOf(LabelKey label) {
    List<PastPrint> prints =
        sql.rows(
            "looking for a label",
            "select job.name, target, job.at, last.kind, last.detail,"
                + " (select max(ticket) from turn where turn.job = job.name)"
                + " from label join job on job.name = label.job"
                + " left join turn last on last.seq ="
                + " (select max(seq) from turn where turn.job = job.name)"
                + " where link = ? and template = ? and copy = ? order by label.seq",
            PastPrint::of,
            label.link(),
            label.template(),
            label.copy());
    return PastPrint.standing(prints);
  }

  @Override
  public synchronized void begun(String jobName, String target, List<LabelKey> labels) {
    String doing = "writing a print job";
    sql.atOnce(
        doing,
        () -> {
          sql.run(doing, "insert into job values (?, ?, ?)", jobName, now(), target);
          for (LabelKey label : labels) {
            sql.run(
                doing,
                "insert into label (job, link, template, copy) values (?, ?, ?, ?)",
                jobName,
                label.link(),
                label.template(),
                label.copy());
          }
        });
  }

  @Override
  public synchronized void accepted(String jobName, JobTicket ticket) {
    turned(jobName, PrintTurn.ACCEPTED, ticket.id(), null);
  }

  @Override
  public synchronized void ended(String jobName, Delivery delivery) {
    switch (delivery) {
      case Delivery.Printed all -> turned(jobName, PrintTurn.PRINTED, null, null);
      case Delivery.HandedOver(String why) -> turned(jobName, PrintTurn.HANDED_OVER, null, why);
      case Delivery.NotPrinted(String why) -> turned(jobName, PrintTurn.NOT_PRINTED, null, why);
      case Delivery.Unclear(String why) -> turned(jobName, PrintTurn.UNCLEAR, null, why);
    }
  }

  private void turned(
      String jobName, PrintTurn kind, @Nullable Integer ticket, @Nullable String detail) {
    String doing = "writing what became of a print job";
    sql.atOnce(
        doing,
        () ->
            sql.run(
                doing,
                "insert into turn (job, at, kind, ticket, detail) values (?, ?, ?, ?, ?)",
                jobName,
                now(),
                kind.name(),
                ticket,
                detail));
  }

  private String now() {
    return clock.instant().toString();
  }

  /** The labels that cards get once they are made. */
  public WantedLabels wanted() {
    return new WantedLabels(sql, seal, this);
  }

  @Override
  public synchronized void close() {
    try (connection;
        turns) {
      // Closed by leaving: each of them, even where the other one fails.
    } catch (SQLException | IOException e) {
      throw new StationFault.JournalBroken("closing the labels' file", e);
    }
  }

  /** What a print job's line can say; the last one counts. */
  enum PrintTurn {
    /** The queue has a number for it. */
    ACCEPTED,
    /** It is on paper. */
    PRINTED,
    /** It was given to a target that does not tell. */
    HANDED_OVER,
    /** Nothing of it is on paper, or will be. */
    NOT_PRINTED,
    /** Nobody knows. */
    UNCLEAR
  }

  /** One time that a label was sent. */
  private record PastPrint(
      PastJob job, String target, Instant at, @Nullable PrintTurn last, @Nullable String detail) {

    static PastPrint of(ResultSet row) throws SQLException {
      String kind = row.getString(4);
      int ticket = row.getInt(6);
      JobTicket known = row.wasNull() ? null : new JobTicket(ticket);
      return new PastPrint(
          new PastJob(row.getString(1), known),
          row.getString(2),
          Instant.parse(row.getString(3)),
          kind == null ? null : PrintTurn.valueOf(kind),
          row.getString(5));
    }

    /** The last time counts of which something may be on paper. */
    static LabelStanding standing(List<PastPrint> prints) {
      int times = (int) prints.stream().filter(PastPrint::isPrinted).count();
      return prints.reversed().stream()
          .filter(print -> print.last != PrintTurn.NOT_PRINTED)
          .findFirst()
          .map(print -> print.standing(times))
          .orElseGet(LabelStanding.Unprinted::new);
    }

    private LabelStanding standing(int times) {
      String why = last == PrintTurn.UNCLEAR && detail != null ? detail : "the run ended meanwhile";
      return isPrinted()
          ? new LabelStanding.Printed(at, times)
          : new LabelStanding.Open(job, target, why, times);
    }

    private boolean isPrinted() {
      return last == PrintTurn.PRINTED || last == PrintTurn.HANDED_OVER;
    }
  }
}
