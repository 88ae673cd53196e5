package tapwright.agent.main.bench.pcscd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder with packages of npm that are built against this machine's PC/SC library.
 *
 * @param path made when something is installed
 */
public record NpmFolder(Path path) {

  /** A build of native code takes a minute; npm itself waits for a network much longer. */
  private static final String LIMIT_SECONDS = "300";

  private static final Path PCSC_HEADER = Path.of("/usr/include/PCSC/winscard.h");

  /** Written last, so that a folder that was left half done is not taken for a whole one. */
  private static final String MARK = "installed.txt";

  /** What has to be installed on the machine first; empty where all is there. */
  public static List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (String program : List.of("node", "npm", "g++", "make", "python3")) {
      if (!Programs.has(program)) {
        missing.add(program + " (Debian: apt install npm g++ make python3)");
      }
    }
    if (!Files.exists(PCSC_HEADER)) {
      missing.add(PCSC_HEADER + " (Debian: apt install libpcsclite-dev)");
    }
    return missing;
  }

  /**
   * Installs packages, each as {@code name@version}, unless they are there.
   *
   * @throws IOException with what npm said last when it could not
   */
  public void install(List<String> packages) throws IOException, InterruptedException {
    Path mark = path.resolve(MARK);
    String wanted = String.join("\n", packages);
    if (Files.exists(mark) && Files.readString(mark).equals(wanted)) {
      return;
    }
    Files.createDirectories(path);
    run(packages);
    Files.writeString(mark, wanted);
  }

  private void run(List<String> packages) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("timeout", "-s", "KILL", LIMIT_SECONDS));
    command.addAll(List.of("npm", "install", "--prefix", path.toString()));
    command.addAll(List.of("--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"));
    command.addAll(packages);
    ProcessBuilder npm =
        new ProcessBuilder(command).directory(path.toFile()).redirectErrorStream(true);
    nodeHeaders(npm);
    Process installing = npm.start();
    installing.outputWriter().close();
    String said = installing.inputReader(StandardCharsets.UTF_8).readAllAsString();
    if (installing.waitFor() != 0) {
      throw new IOException("npm install ended with: " + last(said));
    }
  }

  /** Without them node-gyp would download them. */
  private static void nodeHeaders(ProcessBuilder npm) {
    for (String root : List.of("/usr", "/usr/local")) {
      if (Files.exists(Path.of(root, "include/node/node_api.h"))) {
        npm.environment().put("npm_config_nodedir", root);
      }
    }
  }

  private static String last(String said) {
    return said.isBlank() ? "nothing said" : said.strip().lines().toList().getLast();
  }
}
