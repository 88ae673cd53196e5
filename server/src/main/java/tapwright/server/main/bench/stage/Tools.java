package tapwright.server.main.bench.stage;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tapwright.server.main.installation.ServerFault;

/** Programs of the machine that a benchmark runs. */
public final class Tools {

  private Tools() {}

  public static boolean onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Runs the command to its end; all that it said, where it succeeded. */
  public static String output(List<String> command) {
    return output(command, Map.of());
  }

  /** The same with more in its environment. */
  static String output(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new ServerFault(command.getFirst() + " ended with " + code + ": " + said.strip());
      }
      return said;
    } catch (IOException e) {
      throw new ServerFault("cannot run " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerFault("stopped while " + command.getFirst() + " ran", e);
    }
  }
}
