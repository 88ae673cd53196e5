package tapwright.agent.main.bench.pcscd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A pcscd in this process's namespaces, started and killed as a crash would. */
final class PrivatePcscd implements AutoCloseable {

  static final Path PROGRAM = Path.of("/usr/sbin/pcscd");

  /** Ends pcscd by SIGKILL when its input ends: when told to, or when this process dies. */
  private static final String RUN =
      PROGRAM + " --foreground & pcscd=$!; cat; kill -9 $pcscd; wait $pcscd";

  private static final Path FOLDER = Path.of("/run/pcscd");

  private @Nullable Process running;

  void start() throws IOException {
    running =
        new ProcessBuilder("sh", "-c", RUN)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  /** Kills it and removes what it leaves behind, without which it does not start again. */
  void kill() throws IOException {
    Process process = running;
    if (process != null) {
      process.outputWriter().close();
      process.onExit().join();
      Files.deleteIfExists(FOLDER.resolve("pcscd.comm"));
      Files.deleteIfExists(FOLDER.resolve("pcscd.pid"));
    }
    running = null;
  }

  @Override
  public void close() throws IOException {
    kill();
  }
}
