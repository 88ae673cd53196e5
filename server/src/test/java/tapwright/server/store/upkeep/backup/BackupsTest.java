package tapwright.server.store.upkeep.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.card.Slug;
import tapwright.core.policy.library.Packs;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.LinkKind;
import tapwright.server.app.Answer;
import tapwright.server.record.StoreFault;
import tapwright.server.record.hit.Arrival;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;
import tapwright.server.store.spool.SpoolFile;
import tapwright.server.store.sqlite.SqliteStore;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.RecordTables;
import tapwright.server.store.upkeep.SampleRecord;
import tapwright.server.store.upkeep.Session;
import tapwright.server.store.upkeep.audit.RecordAudit;

class BackupsTest {

  /** A server that takes hits for as long as backups take, but not for ever. */
  private static final int HITS_MOST = 4_000;

  private static final BackupNote.Made MADE =
      new BackupNote.Made("1.2.3", Instant.parse("2026-04-01T00:00:00Z"));

  @TempDir private Path folder;

  private RecordUrl sample(String name) {
    RecordUrl url = RecordUrl.ofFile(folder.resolve(name));
    try (SqliteStore store = SqliteStore.open(url.jdbc())) {
      SampleRecord.in(store, 21).withCards(3).withHits(300).withClaims(1);
    }
    return url;
  }

  private Path file() {
    return folder.resolve("record.backup");
  }

  @Test
  void whatIsRestored_isTheRecordThatWasBackedUp() {
    RecordUrl url = sample("sample.db");
    BackupNote note = done(Backups.make(alone(url), file(), MADE, false));
    RecordUrl restored = RecordUrl.ofFile(folder.resolve("restored.db"));

    assertEquals(note, done(Backups.note(file())));
    assertEquals(note, done(Backups.restore(file(), note, restored)));
    assertEquals(300, hits(note));
    try (Session before = Session.reading(url);
        Session after = Session.reading(restored)) {
      assertEquals(RecordTables.counts(before), RecordTables.counts(after));
    }
    done(RecordAudit.run(restored, Packs.shipped(), Progress.SILENT))
        .forEach(result -> assertTrue(result.inOrder(), result.toString()));
  }

  @Test
  void theNote_saysWhatMadeItOfWhat() {
    RecordUrl url = sample("sample.db");
    change(url, "INSERT INTO key_check VALUES ('master', x'AA00', 1)");
    BackupNote early = done(Backups.make(alone(url), file(), MADE, false));
    change(url, "INSERT INTO data_key VALUES ('root', x'BB00', x'00', 1)");
    BackupNote note = done(Backups.make(alone(url), file(), MADE, true));

    assertEquals("AA00", early.keyCheck());
    assertEquals("BB00", note.keyCheck());
    assertEquals("1.2.3", note.product());
    assertEquals(RecordUrl.Engine.SQLITE, note.engine());
    assertEquals(MADE.at(), note.at());
    assertTrue(Integer.parseInt(note.schema()) >= 5, note.schema());
    assertEquals(64, note.sha256().length());
  }

  private static void change(RecordUrl url, String statement) {
    try (Session session = Session.writing(url)) {
      session.update(statement);
      session.commit();
    }
  }

  @Test
  void besideAServerThatTakesHits_everyHitAnsweredBeforeIsInIt() throws InterruptedException {
    RecordUrl url = RecordUrl.ofFile(folder.resolve("busy.db"));
    try (SqliteStore store = SqliteStore.open(url.jdbc())) {
      SampleRecord record = SampleRecord.in(store, 22).withCards(2).withHits(100);
      AtomicLong answered = new AtomicLong(100);
      AtomicInteger made = new AtomicInteger();
      Thread server =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 40 || (made.get() < 2 && i < HITS_MOST); i++) {
                      record.withHits(25);
                      answered.addAndGet(25);
                    }
                  });
      do {
        long before = answered.get();
        BackupNote note = done(Backups.make(alone(url), file(), MADE, true));
        assertTrue(hits(note) >= before, note + " after " + before);
        made.incrementAndGet();
      } while (server.isAlive());
      server.join();
      assertTrue(made.get() >= 2, "only " + made + " backups beside the server");
    }
    RecordUrl restored = RecordUrl.ofFile(folder.resolve("restored.db"));
    done(Backups.restore(file(), done(Backups.note(file())), restored));
    done(RecordAudit.run(restored, Packs.shipped(), Progress.SILENT))
        .forEach(result -> assertTrue(result.inOrder(), result.toString()));
  }

  /** One is read while a server has it open; the end of the other was torn by a kill. */
  @Test
  void hitsThatWaitBesideTheRecord_areInIt() throws IOException {
    List<Arrival> hits = List.of(hit(1), hit(2), hit(3));
    Path torn = folder.resolve("torn.spool");
    try (SpoolFile spool = SpoolFile.open(torn, SpoolFile.LIMIT_BYTES)) {
      spool.append(hits.subList(2, 3));
    }
    Files.write(torn, new byte[] {0, 0, 0, 90, 1}, StandardOpenOption.APPEND);
    Path open = folder.resolve("hits.spool");
    try (SpoolFile spool = SpoolFile.open(open, SpoolFile.LIMIT_BYTES)) {
      spool.append(hits.subList(0, 2));
      Path none = folder.resolve("none.spool");
      Backups.Source source = new Backups.Source(sample("sample.db"), List.of(open, none, torn));
      assertEquals(3, done(Backups.make(source, file(), MADE, false)).waiting());
    }

    assertEquals(hits, waitingIn(file()));
    assertEquals(5, Files.size(torn) - Files.size(open) / 2, "the spools are left as they are");
  }

  private static Arrival hit(long id) {
    Hit hit = new Hit(LinkKind.CHIP, false, "agent", "", ChipParameters.NONE, false);
    return new Arrival(new Slug("0000000001"), hit, MADE.at(), id);
  }

  private List<Arrival> waitingIn(Path backup) {
    return Backups.giveSpool(
        backup,
        RecordUrl.ofFile(folder.resolve("restored.db")),
        given -> {
          try (SpoolFile spool = SpoolFile.open(given, SpoolFile.LIMIT_BYTES)) {
            return spool.first(10);
          }
        });
  }

  /** One byte of those hits, which lie at the file's end before the zip's own list. */
  @Test
  void hitsThatWait_damagedInTheBackup_areFoundOut() throws IOException {
    Path spool = folder.resolve("hits.spool");
    try (SpoolFile waiting = SpoolFile.open(spool, SpoolFile.LIMIT_BYTES)) {
      waiting.append(List.of(hit(1), hit(2)));
    }
    Backups.Source source = new Backups.Source(sample("sample.db"), List.of(spool));
    BackupNote note = done(Backups.make(source, file(), MADE, false));
    assertEquals(Optional.empty(), Backups.damage(file(), note));
    byte[] bytes = Files.readAllBytes(file());
    bytes[new String(bytes, ISO_8859_1).indexOf("spool") + 20] ^= 1;
    Files.write(file(), bytes);

    assertTrue(Backups.damage(file(), note).isPresent());
  }

  @Test
  void aSpoolOfAnotherVersion_isNotLeftBehindUnsaid() throws IOException {
    Path spool = folder.resolve("hits.spool");
    byte[] body = {9, 0, 0};
    CRC32C crc = new CRC32C();
    crc.update(body);
    Files.write(
        spool, ByteBuffer.allocate(11).putInt(3).putInt((int) crc.getValue()).put(body).array());
    Backups.Source source = new Backups.Source(sample("sample.db"), List.of(spool));

    StoreFault.Unfit refused =
        assertThrows(
            StoreFault.Unfit.class, () -> Backups.make(source, file(), MADE, false).toString());
    assertTrue(refused.toString().contains("holds hits of version 9"), refused.toString());
    assertTrue(Files.notExists(file()));
  }

  @Test
  void aFolderThatIsNotThere_isSaid() {
    Path nowhere = folder.resolve("none").resolve("record.backup");
    RecordUrl url = sample("sample.db");
    StoreFault fault =
        assertThrows(
            StoreFault.Unwritten.class,
            () -> Backups.make(alone(url), nowhere, MADE, false).toString());

    assertEquals("cannot write " + nowhere + ": no such folder", fault.getMessage());
  }

  @Test
  void aFileThatIsThere_isReplacedOnlyWhereThatIsSaid() throws IOException {
    RecordUrl url = sample("sample.db");
    Files.writeString(file(), "precious");

    assertEquals(
        StoreRefusal.BACKUP_EXISTS, refused(Backups.make(alone(url), file(), MADE, false)));
    assertEquals("precious", Files.readString(file()));
    done(Backups.make(alone(url), file(), MADE, true));
    assertEquals(MADE.at(), done(Backups.note(file())).at());
  }

  @Test
  void aBackup_isItsOwnersAlone_andLeavesNothingElseBehind() throws IOException {
    RecordUrl url = sample("sample.db");
    done(Backups.make(alone(url), file(), MADE, false));

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    try (var files = Files.list(folder)) {
      assertFalse(
          files.anyMatch(one -> String.valueOf(one.getFileName()).startsWith(".tapwright")));
    }
  }

  /** As one that is new: what others could not read before, they cannot read after a restore. */
  @Test
  void aRestoredRecord_isItsOwnersAlone() throws IOException {
    RecordUrl url = sample("sample.db");
    RecordUrl restored = RecordUrl.ofFile(folder.resolve("restored.db"));
    done(Backups.restore(file(), done(Backups.make(alone(url), file(), MADE, false)), restored));

    for (RecordUrl record : List.of(url, restored)) {
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(record.file())));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"restored.db", "restored.db-wal", "restored.db-shm"})
  void aPlaceThatIsNotEmpty_isLeftAlone(String there) throws IOException {
    BackupNote note = done(Backups.make(alone(sample("sample.db")), file(), MADE, false));
    Files.writeString(folder.resolve(there), "precious");
    RecordUrl restored = RecordUrl.ofFile(folder.resolve("restored.db"));

    assertEquals(StoreRefusal.NOT_EMPTY, refused(Backups.restore(file(), note, restored)));
    assertEquals("precious", Files.readString(folder.resolve(there)));
  }

  @Test
  void aBackupWithBytesChanged_isNotRestored() throws IOException {
    BackupNote note = done(Backups.make(alone(sample("sample.db")), file(), MADE, false));
    byte[] bytes = Files.readAllBytes(file());
    // One bit alone may lead to another place of the same zeros, and the record is whole then.
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 16, (byte) 0xA5);
    Files.write(file(), bytes);
    RecordUrl restored = RecordUrl.ofFile(folder.resolve("restored.db"));

    assertEquals(StoreRefusal.BACKUP_UNREADABLE, refused(Backups.restore(file(), note, restored)));
    assertTrue(Files.notExists(restored.file()));
  }

  @Test
  void whatIsNoBackup_isRefused() throws IOException {
    assertEquals(StoreRefusal.BACKUP_UNREADABLE, refused(Backups.note(file())));
    Files.writeString(file(), "no zip");
    assertEquals(StoreRefusal.BACKUP_UNREADABLE, refused(Backups.note(file())));
  }

  @Test
  void aRecordThatIsNotThere_isNotBackedUpNorMade() {
    RecordUrl none = RecordUrl.ofFile(folder.resolve("none.db"));

    assertEquals(StoreRefusal.MISSING, refused(Backups.make(alone(none), file(), MADE, false)));
    assertTrue(Files.notExists(none.file()));
    assertTrue(Files.notExists(file()));
  }

  @Test
  void aBackupOfAnotherEngine_isRefused() {
    BackupNote note = done(Backups.make(alone(sample("sample.db")), file(), MADE, false));
    RecordUrl other = RecordUrl.parse("jdbc:postgresql://127.0.0.1:1/none").orElseThrow();

    assertEquals(StoreRefusal.BACKUP_ENGINE, refused(Backups.restore(file(), note, other)));
  }

  private static long hits(BackupNote note) {
    return note.rows().getOrDefault("hit", 0L);
  }

  private static <T> T done(Answer<T> answer) {
    if (answer instanceof Answer.Refused<T> refused) {
      throw new AssertionError(refused.refusal());
    }
    return ((Answer.Done<T>) answer).value();
  }

  private static Object refused(Answer<?> answer) {
    return ((Answer.Refused<?>) answer).refusal().code();
  }

  /** Where no hits wait for the record. */
  private static Backups.Source alone(RecordUrl url) {
    return new Backups.Source(url, List.of());
  }
}
