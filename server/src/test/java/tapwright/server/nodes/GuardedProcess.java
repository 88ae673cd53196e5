package tapwright.server.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.server.postgres.PostgresPrograms;

/**
 * A process of another user that ends with this one, however this one ends.
 *
 * <p>A shell starts it and then reads its own input, which is a pipe from here. The pipe ends when
 * it is closed and when this process is gone, killed or not; the shell then kills what it started
 * and the PostgreSQL server of the data folder, which Patroni leaves behind when it is killed.
 */
final class GuardedProcess implements AutoCloseable {

  /**
   * Arguments: log, data folder, command. A process id in postmaster.pid may be another's by now,
   * so the server is known by where it works. QUIT is its immediate stop, which leaves no shared
   * memory behind (PostgreSQL 15, section 19.5).
   */
  private static final String GUARD =
      """
      log=$1 data=$2
      shift 2
      "$@" >>"$log" 2>&1 </dev/null &
      echo $!
      read -r _
      kill -KILL $!
      server=$(head -n 1 "$data/postmaster.pid" 2>/dev/null) || exit 0
      [ "$(readlink "/proc/$server/cwd")" = "$data" ] && kill -CONT $server && kill -QUIT $server
      """;

  private final Process guard;
  private final ProcessHandle guarded;
  private final Path data;

  private GuardedProcess(Process guard, ProcessHandle guarded, Path data) {
    this.guard = guard;
    this.guarded = guarded;
    this.data = data;
  }

  /**
   * Starts the command as the user of PostgreSQL.
   *
   * @param data where the PostgreSQL server works that the command may start
   */
  static GuardedProcess start(Path log, Path data, List<String> command) {
    List<String> guard = new ArrayList<>(PostgresPrograms.asUser());
    guard.addAll(List.of("sh", "-c", GUARD, "guard"));
    guard.addAll(List.of(log.toString(), data.toString()));
    guard.addAll(command);
    try {
      // PostgreSQL reads where it is, and its user may not enter every folder that a test runs in.
      Process process =
          new ProcessBuilder(guard)
              .directory(Path.of("/").toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      BufferedReader told =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      String id = told.readLine();
      if (id == null) {
        throw new AssertionError("cannot start " + command);
      }
      return new GuardedProcess(process, ProcessHandle.of(Long.parseLong(id)).orElseThrow(), data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL to all of it at once, as if its machine had lost power. */
  void kill() {
    guarded.destroyForcibly();
    server().ifPresent(ProcessHandle::destroyForcibly);
    close();
  }

  /** The PostgreSQL server that works in the data folder, while one does. */
  private Optional<ProcessHandle> server() {
    return DatabaseProcess.in(data);
  }

  /** Ends all of it and waits until nothing of it runs. */
  @Override
  public void close() {
    try {
      guard.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    guard.onExit().join();
    server().ifPresent(server -> server.onExit().join());
  }
}
