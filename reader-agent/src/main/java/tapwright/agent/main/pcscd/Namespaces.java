package tapwright.agent.main.pcscd;

import java.io.IOException;
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
    need(missing, List.of(PrivatePcscd.PROGRAM), "pcscd (Debian: apt install pcscd)");
    need(missing, List.of(DRIVER), "vpcd (Debian: apt install vsmartcard-vpcd)");
    need(missing, programs("unshare"), "unshare (Debian: apt install util-linux)");
    need(missing, programs("ip"), "ip (Debian: apt install iproute2)");
    return missing;
  }

  /** Runs a main class of this class path inside, to its end; gives its exit code. */
  public static int run(String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("unshare", "-mn", "sh", "-c", PREPARE, "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(arguments);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static void need(List<String> missing, List<Path> anyOf, String what) {
    if (anyOf.stream().noneMatch(Files::exists)) {
      missing.add(what);
    }
  }

  private static List<Path> programs(String name) {
    return List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin").stream()
        .map(folder -> Path.of(folder, name))
        .toList();
  }
}
