package tapwright.server.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The process of a PostgreSQL server, found by the data folder that it works in. */
final class DatabaseProcess {

  private DatabaseProcess() {}

  /** The server of the folder, while one runs. */
  static Optional<ProcessHandle> in(Path data) {
    try {
      String id = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
      // The file outlives a server that was killed, and its number may be another's by now.
      return Files.readSymbolicLink(Path.of("/proc", id, "cwd")).equals(data)
          ? ProcessHandle.of(Long.parseLong(id))
          : Optional.empty();
    } catch (IOException e) {
      // No such file, or no such process: none runs.
      return Optional.empty();
    }
  }

  /** It hangs from now on: its connections stay, and nothing is answered. */
  static void freeze(Path data) {
    signal(data, "-STOP");
  }

  /** It goes on as if nothing had been. */
  static void thaw(Path data) {
    signal(data, "-CONT");
  }

  private static void signal(Path data, String signal) {
    ProcessHandle server = in(data).orElseThrow();
    List<String> command = new ArrayList<>(List.of("kill", signal, Long.toString(server.pid())));
    server.descendants().forEach(child -> command.add(Long.toString(child.pid())));
    try {
      // A child may have ended meanwhile; kill says no to that one alone.
      new ProcessBuilder(command).redirectErrorStream(true).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
