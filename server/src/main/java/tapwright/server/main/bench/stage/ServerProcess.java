package tapwright.server.main.bench.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tapwright.server.main.installation.ServerFault;

/** A server in a process of its own, started from the same jars with the same flags as this one. */
public final class ServerProcess implements Part {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final URI url;

  private ServerProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /**
   * What is started.
   *
   * @param mainClass the server's
   * @param arguments of the command line
   * @param jvmOptions beside those of this process
   * @param environment what differs from this process
   * @param log where what it says on standard error goes
   */
  record Order(
      String mainClass,
      List<String> arguments,
      List<String> jvmOptions,
      Map<String, String> environment,
      Path log) {

    Order {
      arguments = List.copyOf(arguments);
      jvmOptions = List.copyOf(jvmOptions);
      environment = Map.copyOf(environment);
    }

    private List<String> command() {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
      command.addAll(jvmOptions);
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
      command.addAll(arguments);
      return command;
    }
  }

  /** Starts it and waits until it says that it is ready. */
  static ServerProcess start(Order order) {
    ProcessBuilder builder =
        new ProcessBuilder(order.command()).redirectError(order.log().toFile());
    builder.environment().putAll(order.environment());
    try {
      Process process = builder.start();
      String ready = process.inputReader().readLine();
      if (ready == null) {
        throw new ServerFault(
            "the server does not start: " + Files.readString(order.log()).strip());
      }
      return new ServerProcess(process, url(ready));
    } catch (IOException e) {
      throw new ServerFault("cannot start a server", e);
    }
  }

  private static URI url(String ready) throws JsonProcessingException {
    return URI.create(JSON.readTree(ready).get("url").asText());
  }

  public URI url() {
    return url;
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Lets it answer what it has taken, and end. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new ServerFault("the server still ran " + STOP_SECONDS + " seconds after SIGTERM");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
