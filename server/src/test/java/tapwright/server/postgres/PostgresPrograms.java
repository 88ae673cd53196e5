package tapwright.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs of PostgreSQL as Debian installs them, run as a user who is not root.
 *
 * <p>PostgreSQL refuses to run as root (its manual, section 19.1); where the tests are root, the
 * programs run as the user of the package.
 */
public final class PostgresPrograms {

  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final String USER = "postgres";

  private final Path folder;

  private PostgresPrograms(Path folder) {
    this.folder = folder;
  }

  /** Those of the newest version that is installed. */
  public static PostgresPrograms newest() {
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.comparingInt(PostgresPrograms::version))
          .map(PostgresPrograms::new)
          .orElseThrow(() -> new IllegalStateException("no PostgreSQL under " + VERSIONS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(Path bin) {
    return Integer.parseInt(String.valueOf(bin.getName(bin.getNameCount() - 2)));
  }

  /** Where they lie. */
  public Path folder() {
    return folder;
  }

  /** A program with its arguments, ready to start; what it says on stderr comes with stdout. */
  public ProcessBuilder prepared(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(asUser());
    command.add(folder.resolve(program).toString());
    command.addAll(arguments);
    return new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true);
  }

  /** What a command begins with so that it runs as that user. */
  public static List<String> asUser() {
    return isRoot()
        ? List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups")
        : List.of();
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Runs a program to its end. */
  public void run(String program, List<String> arguments) {
    try {
      Process process = prepared(program, arguments).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(program + " failed: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + program + " ran", e);
    }
  }

  /** A new folder that the programs may write to. */
  public static Path newFolder(String prefix) {
    try {
      Path made = Files.createTempDirectory(prefix);
      if (isRoot()) {
        Files.setOwner(
            made, made.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes all that they wrote there: hundreds of databases are some hundred thousand files. */
  public static void removeFolder(Path made) {
    try {
      int code = new ProcessBuilder("rm", "-rf", made.toString()).inheritIO().start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("rm ended with " + code + " at " + made);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
