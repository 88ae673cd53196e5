package tapwright.server.main.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.store.RecordUrl;

/** One record, worked on from several state folders. */
class InstallationTest {

  @TempDir private Path folder;
  private Path first = Path.of("");
  private Path second = Path.of("");

  @BeforeEach
  void makeFolders() throws IOException {
    first = Files.createDirectory(folder.resolve("first"));
    second = Files.createDirectory(folder.resolve("second"));
  }

  /** The record, the same each time. */
  RecordUrl record() {
    return RecordUrl.ofFile(folder.resolve("record.db"));
  }

  @Test
  void aNewRecord_isMadeWithKeysThatAreDrawn() {
    Installation.open(first, record()).close();
    Installation.open(first, record()).close();

    assertTrue(Files.exists(first.resolve(MasterKey.FILE_NAME)));
  }

  @Test
  void aFolderWithoutKeys_drawsNoneForARecordThatHasSome() {
    Installation.open(first, record()).close();

    String said = refusal(second);
    assertTrue(said.contains(second.resolve(MasterKey.FILE_NAME).toString()), said);
    assertFalse(Files.exists(second.resolve(MasterKey.FILE_NAME)));
  }

  @Test
  void aFolderWithOtherKeys_isRefusedAndOneWithTheSameIsNot() throws IOException {
    Installation.open(first, record()).close();
    Installation.open(second, RecordUrl.ofFile(folder.resolve("other.db"))).close();

    String said = refusal(second);
    assertTrue(said.contains("allowed is one that the keys of this record are wrapped by"), said);
    String key = Files.readString(first.resolve(MasterKey.FILE_NAME)).strip();
    assertFalse(said.contains(key), said);

    Files.writeString(second.resolve(MasterKey.FILE_NAME), key);
    try (Installation both = Installation.open(second, record())) {
      assertEquals(
          1, both.store().readAcrossSellers(records -> records.sellers().all()).join().size());
    }
  }

  private String refusal(Path stateFolder) {
    RecordUrl record = record();
    return String.valueOf(
        assertThrows(ServerFault.class, () -> Installation.open(stateFolder, record)).getMessage());
  }
}
