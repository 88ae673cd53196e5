package tapwright.server.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tapwright.server.main.ProgramUnderTest;

/** A server, or another command of it, in a process of its own. */
final class ServerProcess implements AutoCloseable {

  private static final long STOP_SECONDS = 30;
  private static final String SMALL = "-Xmx256m";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final JsonNode ready;

  private ServerProcess(Process process, JsonNode ready) {
    this.process = process;
    this.ready = ready;
  }

  /** Starts a node on any free port; returns when it is ready. */
  static ServerProcess start(Path home, List<String> options) {
    return start(Place.of(home), options);
  }

  /**
   * Where a process runs.
   *
   * @param entering what is typed before the command, so that it sees another part of the machine
   * @param first what stands before all else on the class path, so that it is another program
   */
  record Place(Path home, List<String> entering, List<Path> first) {

    Place(Path home, List<String> entering) {
      this(home, entering, List.of());
    }

    static Place of(Path home) {
      return new Place(home, List.of());
    }
  }

  /** The same where the process sees another part of the machine. */
  static ServerProcess start(Place place, List<String> options) {
    Path home = place.home();
    List<String> command = new ArrayList<>(List.of("server", "--port", "0", "--json"));
    command.addAll(options);
    Process process = started(place, command);
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    try {
      String ready = out.readLine();
      if (ready == null) {
        throw new AssertionError("no server: " + Files.readString(errors(home)));
      }
      return new ServerProcess(process, JSON.readTree(ready));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a node and kills it after the time, ready or not. */
  static void startAndKill(Path home, List<String> options, Duration after) {
    List<String> command = new ArrayList<>(List.of("server", "--port", "0", "--json"));
    command.addAll(options);
    Process process = started(Place.of(home), command);
    try {
      if (process.waitFor(after)) {
        throw new AssertionError("it ended by itself: " + Files.readString(errors(home)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while a server started", e);
    }
    process.destroyForcibly().onExit().join();
  }

  /** Runs a command to its end; answers what it said. */
  static String run(Path home, List<String> command) {
    return run(Place.of(home), command);
  }

  /** The same where the process sees another part of the machine. */
  static String run(Place place, List<String> command) {
    Path home = place.home();
    Process process = started(place, command);
    try {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new AssertionError(command.getFirst() + ": " + Files.readString(errors(home)));
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while a command ran", e);
    }
  }

  private static Process started(Place place, List<String> arguments) {
    List<String> command = new ArrayList<>(place.entering());
    command.addAll(
        place.first().isEmpty()
            ? ProgramUnderTest.command(SMALL)
            : ProgramUnderTest.commandBehind(place.first(), SMALL));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TAPWRIGHT_HOME", place.home().toString());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(errors(place.home()).toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path errors(Path home) {
    return home.resolve("server.err");
  }

  URI url() {
    return URI.create(ready.get("url").asText());
  }

  /** SIGKILL: nothing of the process runs any more. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** What it says when it is ready. */
  JsonNode ready() {
    return ready;
  }

  /** SIGTERM as {@link #close}; answers the exit code. */
  int stop() {
    close();
    return process.exitValue();
  }

  /** SIGTERM: the server answers what it has taken and ends; killed when it does not end. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
        throw new AssertionError("the server still ran after " + STOP_SECONDS + " seconds");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while the server ended", e);
    }
  }
}
