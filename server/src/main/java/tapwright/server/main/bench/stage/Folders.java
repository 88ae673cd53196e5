package tapwright.server.main.bench.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tapwright.server.main.installation.ServerFault;

/** Folders that a benchmark makes for itself. */
public final class Folders {

  private Folders() {}

  /**
   * A new folder, which goes with this process at the latest: a run that is stopped leaves none.
   */
  public static Path temporary(String prefix) {
    try {
      Path made = Files.createTempDirectory(prefix);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(made)));
      return made;
    } catch (IOException e) {
      throw new ServerFault("cannot make a temporary folder", e);
    }
  }

  private static void clear(Path folder) {
    try {
      if (Files.exists(folder)) {
        delete(folder);
      }
    } catch (ServerFault stillWrittenTo) {
      // A server that ends at the same moment: what is left is the system's to clear.
      return;
    }
  }

  /** Nothing that is there already is written over. */
  public static Path emptyOrNew(Path folder) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new ServerFault(folder + " is not empty; name another folder or clear it");
        }
      }
      return folder.toAbsolutePath();
    } catch (IOException e) {
      throw new ServerFault("cannot make the folder " + folder, e);
    }
  }

  /** Removes the folder with all that is in it. */
  public static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    } catch (IOException e) {
      throw new ServerFault("cannot remove " + folder + "; remove it by hand", e);
    }
  }

  /** How much lies in the folder or file. */
  public static long bytes(Path path) {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      long sum = 0;
      for (Path file : files) {
        sum += Files.size(file);
      }
      return sum;
    } catch (IOException e) {
      throw new ServerFault("cannot read " + path, e);
    }
  }
}
