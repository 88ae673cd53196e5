package tapwright.server.main.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;
import tapwright.server.record.key.DataKey;

class MasterKeyTest {

  private static final DataKey FIRST = key(1);
  private static final DataKey SECOND = key(2);

  @TempDir private Path folder;

  private static DataKey key(int value) {
    return new DataKey(Bytes.zeros(DataKey.BYTES).with(0, Bytes.of(value)));
  }

  private static String base64(DataKey key) {
    return Base64.getEncoder().encodeToString(key.value().toArray());
  }

  private MasterKey of(Map<String, String> environment) {
    return MasterKey.of(environment, folder);
  }

  private Path file(String text) throws IOException {
    Path file = folder.resolve("some.key");
    OwnerFile.create(file, text);
    return file;
  }

  @Test
  void keysOfTheEnvironment_areNewestFirstHoweverTheyAreWritten() {
    String text = base64(FIRST) + ", " + SECOND.value().toHex().toLowerCase(Locale.ROOT);

    assertEquals(List.of(FIRST, SECOND), of(Map.of("TAPWRIGHT_MASTER_KEY", text)).existing());
    assertFalse(Files.exists(folder.resolve(MasterKey.FILE_NAME)));
  }

  @Test
  void aNamedFile_isReadInPlaceOfTheOneInTheFolder() throws IOException {
    Path file = file(FIRST.value().toHex() + "\n" + base64(SECOND) + "\n");
    MasterKey source = of(Map.of("TAPWRIGHT_MASTER_KEY_FILE", file.toString()));

    assertEquals(List.of(FIRST, SECOND), source.existing());
    assertEquals(file.toString(), source.toString());
  }

  /** The mask of its access list shows as a right of the group. */
  @Test
  void aCredentialOfTheService_isReadThoughItsGroupMay() throws IOException {
    Path file = file(FIRST.value().toHex());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
    String name = file.toString();

    assertEquals(
        List.of(FIRST),
        of(Map.of("TAPWRIGHT_MASTER_KEY_FILE", name, "CREDENTIALS_DIRECTORY", folder.toString()))
            .existing());
    MasterKey elsewhere =
        of(Map.of("TAPWRIGHT_MASTER_KEY_FILE", name, "CREDENTIALS_DIRECTORY", "/run/credentials"));
    assertThrows(ServerFault.class, elsewhere::existing);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    MasterKey open =
        of(Map.of("TAPWRIGHT_MASTER_KEY_FILE", name, "CREDENTIALS_DIRECTORY", folder.toString()));
    assertThrows(ServerFault.class, open::existing);
  }

  @Test
  void both_areRefused() {
    Map<String, String> both =
        Map.of("TAPWRIGHT_MASTER_KEY", base64(FIRST), "TAPWRIGHT_MASTER_KEY_FILE", "x");

    String said = String.valueOf(assertThrows(ServerFault.class, () -> of(both)).getMessage());
    assertTrue(said.endsWith("keep one of them"), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " , ", "planted!", "cGxhbnRlZA==", "00112233"})
  void whatIsNoKey_isRefusedWithoutBeingShown(String text) {
    ServerFault fault =
        assertThrows(ServerFault.class, () -> of(Map.of("TAPWRIGHT_MASTER_KEY", text)).existing());

    String said = String.valueOf(fault.getMessage());
    assertTrue(said.startsWith("TAPWRIGHT_MASTER_KEY holds "), said);
    assertFalse(text.length() > 3 && said.contains(text), said);
    assertEquals(null, fault.getCause());
  }

  @Test
  void aFileThatOthersCanRead_isRefused() throws IOException {
    Path file = file(base64(FIRST));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    MasterKey source = of(Map.of("TAPWRIGHT_MASTER_KEY_FILE", file.toString()));

    String said = String.valueOf(assertThrows(ServerFault.class, source::existing).getMessage());
    assertTrue(said.contains("chmod 600"), said);
  }

  @Test
  void aNewKey_standsFirstAndIsItsOwnersAlone() throws IOException {
    MasterKey source = of(Map.of());
    List<DataKey> drawn = source.openOrDraw(new SecureRandom());
    Files.writeString(folder.resolve("master.key.new"), "left by a process that was killed");

    source.add(new SecureRandom());

    List<DataKey> now = source.existing();
    assertEquals(2, now.size());
    assertEquals(drawn, now.subList(1, 2));
    Path file = folder.resolve(MasterKey.FILE_NAME);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertFalse(Files.exists(folder.resolve("master.key.new")));
  }
}
