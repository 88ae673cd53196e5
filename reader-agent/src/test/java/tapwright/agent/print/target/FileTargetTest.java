package tapwright.agent.print.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.target.ipp.ListedWatch;

/** Files that are whole or as they were. */
class FileTargetTest {

  @TempDir Path folder;

  private static PrintDocument document(PrintDocument.Content content) {
    return new PrintDocument("one", new LabelSize(50, 30), content);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void pagesOfAFormThatHoldsOne_areNumbered() throws Exception {
    FileTarget target = new FileTarget(folder.resolve("a.b.png"), PrintLanguage.PNG);
    for (int i = 0; i < 3; i++) {
      target.print(document(out -> out.write(1)), new ListedWatch());
    }
    assertEquals(List.of("a.b-2.png", "a.b-3.png", "a.b.png"), names());
  }

  @Test
  void contentThatFails_leavesWhatWasThere() throws Exception {
    Path file = Files.writeString(folder.resolve("a.zpl"), "before");
    FileTarget target = new FileTarget(file, PrintLanguage.ZPL);
    PrintDocument failing =
        document(
            out -> {
              out.write(1);
              throw new IOException("no room");
            });

    assertThrows(PrintFault.FileNotWritten.class, () -> target.print(failing, new ListedWatch()));
    assertEquals("before", Files.readString(file));
    assertEquals(List.of("a.zpl"), names());
  }

  /** A file in a shared folder is for those whom the folder is for. */
  @Test
  void file_isReadableByWhomeverAnyNewFileIs() throws Exception {
    Path usual = Files.writeString(folder.resolve("usual"), "");
    Path file = folder.resolve("a.zpl");
    new FileTarget(file, PrintLanguage.ZPL).print(document(out -> {}), new ListedWatch());
    assertEquals(permissions(usual), permissions(file));
  }

  private static Set<PosixFilePermission> permissions(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix ? Files.getPosixFilePermissions(file) : Set.of();
  }

  @Test
  void folderThatIsNotThere_isAFault() {
    FileTarget target = new FileTarget(folder.resolve("none/a.zpl"), PrintLanguage.ZPL);
    assertThrows(
        PrintFault.FileNotWritten.class,
        () -> target.print(document(out -> {}), new ListedWatch()));
  }
}
