package tapwright.server.main.bench.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tapwright.core.StateLocation;
import tapwright.server.main.installation.ServerFault;

/**
 * Starts servers for a benchmark.
 *
 * @param mainClass the server's
 * @param folder for their state and what they say
 */
public record Launch(String mainClass, Path folder) {

  /** A server on the record, as {@code ./tapwright server} starts it. */
  public ServerProcess server(String name, BenchRecord record, List<String> jvmOptions) {
    Map<String, String> environment = new HashMap<>(record.environment());
    environment.put(StateLocation.VARIABLE, home(record).toString());
    return ServerProcess.start(
        new ServerProcess.Order(
            mainClass,
            List.of("server", "--port", "0", "--json", "--db", record.url()),
            jvmOptions,
            environment,
            log(name)));
  }

  /** Servers on one record share their keys. */
  private Path home(BenchRecord record) {
    try {
      return Files.createDirectories(
          folder.resolve("state-" + Integer.toHexString(record.url().hashCode())));
    } catch (IOException e) {
      throw new ServerFault("cannot write into " + folder, e);
    }
  }

  /** The bare redirect. */
  public ServerProcess bare(String name, String target, List<String> jvmOptions) {
    return ServerProcess.start(
        new ServerProcess.Order(
            mainClass, List.of("bench", "bare", "--to", target), jvmOptions, Map.of(), log(name)));
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }
}
