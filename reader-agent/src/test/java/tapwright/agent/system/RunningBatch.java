package tapwright.agent.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The batch command as a process inside a sandbox, heard while it runs. */
final class RunningBatch {

  private final Process process;
  private final Path heard;

  private RunningBatch(Process process, Path heard) {
    this.process = process;
    this.heard = heard;
  }

  /**
   * Starts it; its journal and all it keeps are in the file's folder.
   *
   * @param readers each as an option names it
   */
  static RunningBatch start(PcscdSandbox sandbox, Path csv, String... readers) throws IOException {
    Path folder = csv.resolveSibling("state");
    Path heard = Files.createTempFile(csv.getParent(), "heard", ".txt");
    List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" 2>" + heard, "sh"));
    command.addAll(List.of("env", "TAPWRIGHT_HOME=" + folder));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("tapwright.agent.main.AgentMain", "batch", csv.toString(), "--json"));
    for (String reader : readers) {
      command.addAll(List.of("--reader", reader));
    }
    return new RunningBatch(sandbox.start(command.toArray(String[]::new)), heard);
  }

  /** What it said on standard error so far. */
  String heard() {
    try {
      return Files.readString(heard);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many cards it said that it made. */
  long verified() {
    return heard().lines().filter(line -> line.contains(" verified")).count();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** Kills it without warning. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Its exit code and what it printed, when it ends in this time. */
  Ended ended(int withinSeconds) throws IOException, InterruptedException {
    if (!process.waitFor(withinSeconds, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no end in " + withinSeconds + " s: " + heard());
    }
    return new Ended(process.exitValue(), process.inputReader().readAllAsString());
  }

  /** How it ended. */
  record Ended(int exitCode, String out) {}
}
