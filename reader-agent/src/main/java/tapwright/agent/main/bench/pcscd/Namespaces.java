package tapwright.agent.main.bench.pcscd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs this program once more in mount and network namespaces of its own, where a pcscd neither
 * disturbs nor sees the machine's; Linux only, and for root.
 */
public final class Namespaces {

  private static final String PREPARE =
      "mkdir -p /run/pcscd && mount -t tmpfs none /run/pcscd && ip link set lo up && exec \"$@\"";

  private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");

  private Namespaces() {}

  /** What has to be installed or done first; empty where all is there. */
  public static List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!"root".equals(System.getProperty("user.name"))) {
      missing.add("root (namespaces are made)");
    }
    need(missing, Files.exists(PrivatePcscd.PROGRAM), "pcscd (Debian: apt install pcscd)");
    need(missing, Files.exists(DRIVER), "vpcd (Debian: apt install vsmartcard-vpcd)");
    need(missing, Programs.has("unshare"), "unshare (Debian: apt install util-linux)");
    need(missing, Programs.has("ip"), "ip (Debian: apt install iproute2)");
    return missing;
  }

  /** Runs a main class of this class path inside, to its end; gives its exit code. */
  public static int run(String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    return new ProcessBuilder(command(mainClass, arguments)).inheritIO().start().waitFor();
  }

  /**
   * The same, for what it prints.
   *
   * @throws IOException when it ends with another exit code than 0
   */
  public static String output(String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(mainClass, arguments))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = process.inputReader(StandardCharsets.UTF_8).readAllAsString();
    if (process.waitFor() != 0) {
      throw new IOException("ended with exit code " + process.exitValue());
    }
    return said;
  }

  private static List<String> command(String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("unshare", "-mn", "sh", "-c", PREPARE, "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(arguments);
    return command;
  }

  private static void need(List<String> missing, boolean isThere, String what) {
    if (!isThere) {
      missing.add(what);
    }
  }
}
