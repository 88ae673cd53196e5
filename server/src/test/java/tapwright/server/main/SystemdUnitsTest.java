package tapwright.server.main;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.house.RefusalPage;

/** The units of docs/systemd, as systemd itself reads them; it need not run for that. */
@Tag("systemd")
class SystemdUnitsTest {

  /** In tenths of the exposure that systemd-analyze gives: 2.0 is what it calls OK. */
  private static final String EXPOSURE = "--threshold=20";

  @TempDir private Path folder;

  /** What a command said, and how it ended. */
  private record Said(int code, String text) {}

  private static Said run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("systemd-analyze"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Said(process.waitFor(), text);
  }

  /** The unit as it would be installed, but that the program is the one that is tested. */
  private Path unit(String name) throws IOException {
    Path root = RefusalPage.projectFolder().toAbsolutePath().normalize();
    String unit = Files.readString(root.resolve("docs/systemd").resolve(name));
    assertTrue(unit.contains("ExecStart=/opt/tapwright/tapwright "), unit);
    return Files.writeString(folder.resolve(name), unit.replace("/opt/tapwright/", root + "/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tapwright-server.service", "tapwright-station.service"})
  void unit_isUnderstoodAndExposesLittle(String name) throws Exception {
    Path unit = unit(name);

    Said verified = run("verify", "--man=no", unit.toString());
    assertEquals(new Said(0, ""), verified);
    Said judged = run("security", "--offline=true", "--no-pager", EXPOSURE, unit.toString());
    assertEquals(0, judged.code(), judged.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ProtectSystem=strict", "CapabilityBoundingSet=", "DynamicUser=yes"})
  void unitWithAMistake_isFoundOut(String line) throws Exception {
    Path unit = unit("tapwright-server.service");
    String mistaken = line.replaceFirst("=.*", "s=perhaps");
    Files.writeString(unit, Files.readString(unit).replace(line + "\n", mistaken + "\n"));

    assertNotEquals(new Said(0, ""), run("verify", "--man=no", unit.toString()));
  }
}
