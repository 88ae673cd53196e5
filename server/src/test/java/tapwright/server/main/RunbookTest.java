package tapwright.server.main;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.house.RefusalPage;

/** The commands of docs/runbook.md, typed in their order by somebody who has nothing yet. */
class RunbookTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh run\n(.*?)^```$");
  private static final Pattern AS_SERVICE = Pattern.compile("(?ms)^```sh as-service\n(.*?)^```$");

  /** Ends what is still running when a command fails. */
  private static final String STRICT =
      "set -euo pipefail\ntrap 'jobs -p | xargs -r kill' EXIT\nset -x\n";

  @TempDir private Path folder;

  @Test
  void commands_workInTheirOrder() throws Exception {
    List<String> blocks = blocks();
    assertTrue(blocks.size() >= 8, blocks.size() + " blocks");
    String script = STRICT + String.join("\n", blocks);

    Path said = folder.resolve("said");
    int code = run(script.replace("8080", freePort()).replace("9464", freePort()), said);

    assertEquals(0, code, Files.readString(said));
  }

  /** The places of a service are played by folders, and who may do all by whoever tests. */
  @Test
  void commandsOnTheMachineOfAService_workOnItsRecord() throws Exception {
    Path said = folder.resolve("said");
    String installed =
        """
        mkdir -m 700 etc
        echo TAPWRIGHT_PORT=8081 >etc/server.env
        TAPWRIGHT_HOME=$PWD/state tapwright token create --scope shop --name web-shop --out t
        mv state/master.key etc/master.key
        sudo() { "$@"; }
        """;
    String typed =
        block(AS_SERVICE)
            .replace("/etc/tapwright/", "etc/")
            .replace("/var/lib/tapwright", "state")
            .replace("/opt/tapwright/tapwright", folder.resolve("bin/tapwright").toString());

    assertEquals(0, run(STRICT + installed + typed, said), Files.readString(said));
    assertTrue(Files.readString(said).contains("\nweb-shop "), Files.readString(said));
  }

  /** The alarm works: one command that fails is not passed over. */
  @Test
  void commandThatFails_endsTheRun() throws Exception {
    Path said = folder.resolve("said");

    assertEquals(2, run(STRICT + "tapwright db nothing-of-the-kind\ntrue", said));
  }

  private int run(String script, Path said) throws IOException, InterruptedException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path typed = Files.writeString(folder.resolve("typed.sh"), script);
    launcher(bin.resolve("tapwright"));
    ProcessBuilder builder =
        new ProcessBuilder("bash", typed.toString())
            .directory(Files.createDirectories(folder.resolve("work")).toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
    return builder.start().waitFor();
  }

  /** What is typed is {@code tapwright}; what runs are the classes that are tested. */
  private static void launcher(Path file) throws IOException {
    String command =
        ProgramUnderTest.command().stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Files.writeString(file, "#!/bin/sh\nexec " + command + " \"$@\"\n", UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private static String page() throws IOException {
    return Files.readString(RefusalPage.projectFolder().resolve("docs").resolve("runbook.md"));
  }

  private static String block(Pattern kind) throws IOException {
    Matcher block = kind.matcher(page());
    assertTrue(block.find(), kind.pattern());
    return block.group(1);
  }

  private static List<String> blocks() throws IOException {
    List<String> blocks = new ArrayList<>();
    for (Matcher block = BLOCK.matcher(page()); block.find(); ) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(socket.getLocalPort());
    }
  }
}
