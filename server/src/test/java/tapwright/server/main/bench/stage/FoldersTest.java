package tapwright.server.main.bench.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.main.installation.ServerFault;

class FoldersTest {

  @TempDir private Path folder;

  @Test
  void aFolderWithSomethingInIt_isNotWrittenTo() throws IOException {
    assertEquals(folder.resolve("new"), Folders.emptyOrNew(folder.resolve("new")));

    ServerFault fault = assertThrows(ServerFault.class, () -> Folders.emptyOrNew(folder));
    assertEquals(folder + " is not empty; name another folder or clear it", fault.getMessage());
  }

  @Test
  void bytes_areThoseOfAllFiles_andDeleteLeavesNone() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(inner.resolve("one"), "123");
    Files.writeString(folder.resolve("a/two"), "4567");

    assertEquals(7, Folders.bytes(folder));
    Folders.delete(folder.resolve("a"));
    assertFalse(Files.exists(inner));
  }
}
