package tapwright.agent.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A real pcscd with the virtual readers of vpcd, in mount and network namespaces of its own, so
 * that it neither disturbs nor sees the machine's; needs root, util-linux, iproute2, pcscd and
 * vsmartcard-vpcd.
 *
 * <p>The namespaces are held by a {@code cat} that ends with this process, and outlive pcscd, which
 * can be killed and started again inside.
 */
public final class PcscdSandbox implements AutoCloseable {

  /** The virtual readers, the only ones that tests may write to. */
  public static final String FIRST_READER = "Virtual PCD 00 00";

  public static final String SECOND_READER = "Virtual PCD 00 01";

  /** Where vpcd waits for cards of the first reader. */
  public static final int FIRST_PORT = 35963;

  public static final int SECOND_PORT = 35964;

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(20);

  private static final String PREPARE =
      "mkdir -p /run/pcscd && mount -t tmpfs none /run/pcscd && ip link set lo up"
          + " && echo ready && exec cat";

  /** Ends pcscd by SIGKILL when its input ends: when told to, or when this process dies. */
  private static final String PCSCD =
      "/usr/sbin/pcscd --foreground & pcscd=$!; cat; kill -9 $pcscd; wait $pcscd";

  private final Process holder;
  private final List<Process> started = new ArrayList<>();
  private @Nullable Process pcscd;

  private PcscdSandbox(Process holder) {
    this.holder = holder;
  }

  /** How a process ended. */
  public record Finished(int exitCode, String out, String err) {}

  /** New namespaces without a pcscd. */
  public static PcscdSandbox empty() throws IOException {
    Process holder =
        new ProcessBuilder("unshare", "-mn", "sh", "-c", PREPARE)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = holder.inputReader(StandardCharsets.UTF_8);
    if (!"ready".equals(said.readLine())) {
      throw new IllegalStateException("no namespaces for pcscd; this needs root and iproute2");
    }
    return new PcscdSandbox(holder);
  }

  /** New namespaces with pcscd running in them. */
  public static PcscdSandbox running() throws IOException {
    PcscdSandbox sandbox = empty();
    sandbox.startPcscd();
    return sandbox;
  }

  /** Starts pcscd and waits until its socket and both virtual readers are there. */
  public void startPcscd() throws IOException {
    pcscd = start("sh", "-c", PCSCD);
    Path socket = Path.of("/proc/" + holder.pid() + "/root/run/pcscd/pcscd.comm");
    await("pcscd's socket", () -> Files.exists(socket));
    await("vpcd's ports", () -> listens(FIRST_PORT) && listens(SECOND_PORT));
  }

  /** Kills pcscd as a crash would, and removes what it leaves behind. */
  public void killPcscd() throws IOException {
    Process running = pcscd;
    if (running != null && running.isAlive()) {
      running.outputWriter().close();
      running.onExit().join();
      Path folder = Path.of("/proc/" + holder.pid() + "/root/run/pcscd");
      Files.deleteIfExists(folder.resolve("pcscd.comm"));
      Files.deleteIfExists(folder.resolve("pcscd.pid"));
    }
  }

  /** Starts a process inside; it is ended with the sandbox. */
  public Process start(String... command) throws IOException {
    List<String> inside = new ArrayList<>(entering());
    inside.addAll(List.of(command));
    Process process =
        new ProcessBuilder(inside).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    started.add(process);
    return process;
  }

  /** Starts a virtual card and waits until pcscd has seen it. */
  public Process emulate(String... options) throws IOException {
    List<String> command = javaCommand("tapwright.agent.main.AgentMain", "emulate", "--json");
    command.addAll(List.of(options));
    Process card = start(command.toArray(String[]::new));
    String line = card.inputReader(StandardCharsets.UTF_8).readLine();
    if (line == null || !line.contains("\"placed\"")) {
      throw new IllegalStateException("the card was not placed: " + line);
    }
    return card;
  }

  /** Runs one command of the agent inside, to its end. */
  public Finished agent(String... arguments) throws Exception {
    return java("tapwright.agent.main.AgentMain", arguments);
  }

  /** Runs a main class of this class path inside, to its end. */
  public Finished java(String mainClass, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(entering());
    command.addAll(javaCommand(mainClass, arguments));
    Process process = new ProcessBuilder(command).start();
    started.add(process);
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(() -> text(process.errorReader()));
    String out = text(process.inputReader());
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(command + " did not end in " + LIMIT);
    }
    return new Finished(process.exitValue(), out, err.get());
  }

  /** Waits for something to become true. */
  public static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(what + " did not come in " + LIMIT);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  @Override
  public void close() throws IOException {
    killPcscd();
    started.reversed().forEach(PcscdSandbox::end);
    end(holder);
  }

  private static void end(Process process) {
    process.destroyForcibly().onExit().join();
  }

  private List<String> entering() {
    return List.of("nsenter", "-t", Long.toString(holder.pid()), "-m", "-n");
  }

  private static List<String> javaCommand(String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path")));
    command.add(mainClass);
    command.addAll(List.of(arguments));
    return command;
  }

  /** Whether a port is listened on inside, read from the kernel's table (state 0A is LISTEN). */
  private boolean listens(int port) {
    String entry = ":%04X 00000000:0000 0A".formatted(port);
    String entry6 = ":%04X %s:0000 0A".formatted(port, "0".repeat(32));
    return table("tcp").contains(entry) || table("tcp6").contains(entry6);
  }

  private String table(String name) {
    try {
      return Files.readString(Path.of("/proc/" + holder.pid() + "/net/" + name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(BufferedReader reader) {
    try (reader) {
      return reader.readAllAsString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
