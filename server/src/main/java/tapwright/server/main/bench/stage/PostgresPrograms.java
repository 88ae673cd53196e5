package tapwright.server.main.bench.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs of PostgreSQL as Debian installs them, run as a user who is not root.
 *
 * <p>PostgreSQL refuses to run as root (its manual, section 19.1); root runs them as the package's
 * user.
 *
 * @param folder where they lie
 */
public record PostgresPrograms(Path folder) {

  public static final String MISSING =
      "PostgreSQL was not measured: it is not installed (Debian: apt-get install postgresql)";

  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final String USER = "postgres";

  /** Those of the newest version; empty where none is installed. */
  public static Optional<PostgresPrograms> newest() {
    if (!Files.isDirectory(VERSIONS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .filter(version -> version.getFileName().toString().matches("\\d+"))
          .sorted(Comparator.comparingInt(PostgresPrograms::number).reversed())
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .findFirst()
          .map(PostgresPrograms::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(Path version) {
    return Integer.parseInt(version.getFileName().toString());
  }

  /** A program with its arguments, as that user starts it. */
  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"));
    }
    command.add(folder.resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  /** A new folder that the programs may write to. */
  static Path newFolder() {
    try {
      Path made = Folders.temporary("tapwright-postgres");
      if (isRoot()) {
        Files.setOwner(
            made, made.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
