package tapwright.agent.main.bench.pcscd;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs of the machine that measurements run. */
final class Programs {

  private static final List<String> FOLDERS =
      List.of("/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin");

  private Programs() {}

  static boolean has(String name) {
    return FOLDERS.stream().anyMatch(folder -> Files.exists(Path.of(folder, name)));
  }
}
