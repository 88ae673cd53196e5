package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardId;
import tapwright.core.card.Slug;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.server.app.Answer;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.main.CommandProcess;
import tapwright.server.main.CommandRun;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.record.hit.Arrival;
import tapwright.server.record.hit.UsageCount;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.spool.SpoolFile;
import tapwright.server.store.upkeep.backup.BackupNote;
import tapwright.server.store.upkeep.backup.Backups;

/** Hits that were answered and wait beside the record when it is backed up. */
class DbSpoolTest {

  private static final String UID = "04000000000001";

  @TempDir private Path folder;

  @Test
  void aRestoredRecord_holdsTheHitsThatWaited() throws Exception {
    JsonNode card = issued();
    Path spool = waiting(new Slug(card.get("slug").asText()), List.of(3, 4, 4, 6));
    RecordUrl restored = RecordUrl.ofFile(folder.resolve("restored.db"));
    Path file = folder.resolve("record.backup");
    BackupNote.Made made = new BackupNote.Made("1", Installation.CLOCK.instant());
    BackupNote note =
        done(Backups.make(new Backups.Source(record(), List.of(spool)), file, made, false));
    done(Backups.restore(file, note, restored));

    try (Installation installation = Installation.open(folder, restored)) {
      Backups.giveSpool(file, restored, given -> HitPath.putOnRecord(given, installation));
      assertEquals(
          List.of(new UsageCount(HitClass.REPLAY, 1), new UsageCount(HitClass.TAP, 3)),
          usage(installation, card));
    }
  }

  /** As of a card that is not in the backup: what was answered is thrown away by nobody. */
  @Test
  void hitsOfACardThatIsNotRestored_areKeptAside() throws Exception {
    JsonNode card = issued();
    Path spool = waiting(new Slug("0000000000"), List.of(3));
    Path gone = Files.copy(spool, folder.resolve("gone"));
    waiting(new Slug(card.get("slug").asText()), List.of(4));
    Path given = Files.move(spool, folder.resolve("given"));

    try (Installation installation = Installation.open(folder, record())) {
      assertEquals(1, HitPath.putOnRecord(given, installation));
      assertEquals(List.of(new UsageCount(HitClass.TAP, 1)), usage(installation, card));
    }
    assertEquals(-1, Files.mismatch(gone, folder.resolve("hits.spool.aside")));
  }

  @Test
  void restore_tellsWhichHitsTheRecordDoesNotTake() throws Exception {
    assertEquals(0, CommandProcess.run(folder, "seller", "create", "sample").code());
    Path waiting = waiting(new Slug("0000000000"), List.of(3));
    Path gone = Files.copy(waiting, folder.resolve("gone"));
    String file = folder.resolve("record.backup").toString();
    String restored = "jdbc:sqlite:" + folder.resolve("restored.db");
    assertEquals(0, CommandProcess.run(folder, "db", "backup", file).code());
    CommandRun run = CommandProcess.run(folder, "db", "restore", file, "--db", restored);

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains(" 1 hit that waited"), run.out());
    assertTrue(run.out().contains("does not take 1 of them: see "), run.out());
    assertEquals(-1, Files.mismatch(gone, folder.resolve("hits.spool.aside")));
  }

  @Test
  void hitsThatTheRecordDoesNotTake_areSaidToBeMissing() throws Exception {
    JsonNode card = issued();
    Path spool = waiting(new Slug(card.get("slug").asText()), List.of(3, 4));
    try (Installation installation = Installation.open(folder, record())) {
      installation.store().close();

      ServerFault said =
          assertThrows(ServerFault.class, () -> HitPath.putOnRecord(spool, installation));
      assertTrue(said.toString().contains(": 2 hits that waited"), said.toString());
    }
    assertTrue(Files.size(spool) > 0);
  }

  private RecordUrl record() {
    return RecordUrl.ofFile(folder.resolve(Installation.DATABASE));
  }

  private JsonNode issued() {
    try (LocalServer server = new LocalServer(folder, record())) {
      JsonNode placed = server.order("spool-1", "https://example.com/1");
      server.make(placed, UID);
      String path = "/api/v1/cards/" + placed.get("cardId").asText() + "/events";
      assertEquals(
          200, server.send("POST", path, server.shop, "{\"event\": \"issued\"}").statusCode());
      return placed;
    }
  }

  private Path waiting(Slug slug, List<Integer> counters) {
    Path file = folder.resolve(HitPath.SPOOL);
    try (SpoolFile spool = SpoolFile.open(file, SpoolFile.LIMIT_BYTES)) {
      for (int i = 0; i < counters.size(); i++) {
        ChipParameters mirror = ChipParameters.mirrored("%sx%06X".formatted(UID, counters.get(i)));
        Hit hit = new Hit(LinkKind.CHIP, false, "Mozilla/5.0 (iPhone)", "", mirror, false);
        spool.append(List.of(new Arrival(slug, hit, Installation.CLOCK.instant(), i)));
      }
    }
    return file;
  }

  private static List<UsageCount> usage(Installation installation, JsonNode card) {
    CardId id = CardId.parse(card.get("cardId").asText()).orElseThrow();
    return installation
        .store()
        .readAcrossSellers(records -> records.hits().usage(FirstSeller.ID, id))
        .join();
  }

  private static <T> T done(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T> done -> done.value();
      case Answer.Refused<T> refused -> throw new AssertionError(refused.refusal());
    };
  }
}
