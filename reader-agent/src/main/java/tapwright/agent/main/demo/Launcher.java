package tapwright.agent.main.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts other commands of Tapwright as processes of their own.
 *
 * @param script {@code ./tapwright}, which started this process too
 * @param home the state folder of what is started
 */
record Launcher(Path script, Path home) {

  /** Starts a command; its errors go where ours go. */
  Process start(String... arguments) {
    List<String> command =
        Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("TAPWRIGHT_HOME", home.toString());
    builder.environment().put("TAPWRIGHT_NO_BUILD", "1");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new DemoFault("cannot start " + command + ": " + e.getMessage(), e);
    }
  }

  /** Runs a command to its end, which must be a good one. */
  void run(String... arguments) {
    Process process = start(arguments);
    try {
      process.getInputStream().readAllBytes();
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new DemoFault("tapwright " + arguments[0] + " ended with exit code " + exitCode);
      }
    } catch (IOException e) {
      throw new DemoFault("tapwright " + arguments[0] + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new DemoFault("tapwright " + arguments[0] + " was interrupted", e);
    }
  }
}
