package tapwright.agent.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.agent.system.PcscdSandbox.Finished;

/** The agent's PC/SC side on a real pcscd with virtual readers. */
@Tag("pcscd")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PcscdTest {

  private static final String UID = "04E141124C2880";

  @TempDir Path folder;

  private PcscdSandbox sandbox;

  @BeforeEach
  void start() throws Exception {
    sandbox = PcscdSandbox.running();
  }

  @AfterEach
  void end() throws Exception {
    sandbox.close();
  }

  private Process card(String... more) throws Exception {
    List<String> options = new ArrayList<>(List.of("--vpcd", "35963", "--uid", UID));
    options.addAll(List.of(more));
    return sandbox.emulate(options.toArray(String[]::new));
  }

  @Test
  void readers_listsThemAndWhatIsOnThem() throws Exception {
    card("--tag", "NTAG215");
    Finished text = sandbox.agent("readers");
    Finished json = sandbox.agent("readers", "--json");

    assertEquals(0, text.exitCode(), text.err());
    assertEquals(
        List.of(
            "Virtual PCD 00 00: NTAG215, UID 04E141124C2880",
            "Virtual PCD 00 01: no card lies there"),
        text.out().lines().toList());
    assertTrue(json.out().startsWith("[{\"name\":\"Virtual PCD 00 00\",\"present\":true"));
  }

  @ParameterizedTest
  @CsvSource({
    "acr122u,true,3,0",
    "pcsc,true,3,1",
    "springcard,true,3,2",
    "ff-only,false,2,3",
    "identiv-3700f,false,2,3"
  })
  void channel_passesThroughEachKindOfReader(
      String kind, String passesNative, String exchanges, String probes) throws Exception {
    card("--tag", "NTAG216", "--as", kind);
    Finished probe = sandbox.java(ChannelProbe.class.getName(), PcscdSandbox.FIRST_READER);

    assertEquals(0, probe.exitCode(), probe.err());
    List<String> lines = probe.out().lines().toList();
    assertTrue(lines.contains("uid " + UID), probe.out());
    assertTrue(lines.contains("native " + passesNative), probe.out());
    assertEquals(
        Boolean.parseBoolean(passesNative), lines.contains("version 0004040201001303"), kind);
    assertTrue(lines.contains("page5 A1A2A3A4"), probe.out());
    assertTrue(lines.contains("exchanges " + exchanges), probe.out());
    assertTrue(lines.contains("probes " + probes), probe.out());
    System.out.println(kind + ": " + lines.getLast() + " an exchange on a real pcscd");
  }

  @Test
  void tornCard_leavesTheReaderAndComesBackFromItsImage() throws Exception {
    String image = folder.resolve("card").toString();
    Process torn = card("--tag", "NTAG213", "--image", image, "--tear-at", "1:2");
    Finished probe = sandbox.java(ChannelProbe.class.getName(), PcscdSandbox.FIRST_READER);

    assertFalse(probe.exitCode() == 0);
    assertTrue(probe.err().contains("no clear answer while writing page 05h"), probe.err());
    assertEquals(0, torn.waitFor());
    assertTrue(Files.readAllLines(Path.of(image)).contains("05 A1A200FE"));

    card("--image", image);
    Finished again = sandbox.java(ChannelProbe.class.getName(), PcscdSandbox.FIRST_READER);
    assertTrue(again.out().contains("page5 A1A2A3A4"), again.err());
  }

  @Test
  void tornCard_comesBackByItselfIfTold() throws Exception {
    Process card = card("--tag", "NTAG215", "--tear-at", "1:4", "--back-after", "800");
    Finished torn = sandbox.java(ChannelProbe.class.getName(), PcscdSandbox.FIRST_READER);
    BufferedReader events = card.inputReader();

    assertTrue(torn.err().contains("no clear answer while writing page 05h"), torn.err());
    assertTrue(events.readLine().contains("\"torn\""));
    assertTrue(events.readLine().contains("\"placed\""));
    Finished again = sandbox.java(ChannelProbe.class.getName(), PcscdSandbox.FIRST_READER);
    assertTrue(again.out().contains("page5 A1A2A3A4"), again.err());
  }

  @Test
  void cardWhosePcscdDies_isKeptAndEndsAsAFaultOfTheWorld() throws Exception {
    Path image = folder.resolve("card");
    Process card = card("--tag", "NTAG215", "--image", image.toString());
    sandbox.killPcscd();

    assertEquals(3, card.waitFor());
    assertTrue(Files.readAllLines(image).contains("04 0300FE00"));
  }

  @Test
  void cardToldToEnd_isKeptInItsImage() throws Exception {
    Path image = folder.resolve("card");
    Process card = card("--tag", "MF0UL11", "--image", image.toString());
    sandbox.java(ChannelProbe.class.getName(), PcscdSandbox.FIRST_READER);
    card.destroy();
    card.waitFor();

    assertTrue(Files.readAllLines(image).contains("05 A1A2A3A4"));
  }

  @Test
  void pcscdThatIsNotThere_endsWithWhatToDo() throws Exception {
    sandbox.killPcscd();
    Finished without = sandbox.agent("readers");

    assertEquals(3, without.exitCode());
    assertTrue(without.err().contains("systemctl start pcscd.socket"), without.err());
    assertEquals("", without.out());

    sandbox.startPcscd();
    assertEquals(0, sandbox.agent("readers").exitCode());
  }

  @Test
  void tornCard_isSeenToGoAndToComeBack() throws Exception {
    card("--tag", "NTAG215", "--as", "ff-only", "--tear-at", "1:4", "--back-after", "1500");
    Finished probe = sandbox.java(RemovalProbe.class.getName());

    assertEquals(List.of("removed true", "back " + UID), probe.out().lines().toList(), probe.err());
  }

  /** The times are figures of the bench; here it counts that exchanges come at all. */
  @Test
  void pcscdThatComesLateOrIsKilled_isFoundByWhoRan() throws Exception {
    Finished bench = sandbox.agent("bench", "pcsc", "--json");
    JsonNode figures = new ObjectMapper().readTree(bench.out());

    assertEquals("OWN", figures.get("provider").textValue(), bench.err());
    assertEquals(200, figures.at("/latency/exchanges").intValue());
    assertTrue(figures.get("startOrderSeconds").isNumber(), bench.out());
    assertTrue(figures.get("restartSeconds").isNumber(), bench.out());
  }

  @Test
  void providerOfTheJdk_isUsedWhenNamed() throws Exception {
    Process readers =
        sandbox.start(
            "env",
            "TAPWRIGHT_PCSC=jdk",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "tapwright.agent.main.AgentMain",
            "readers");

    assertEquals(
        List.of("Virtual PCD 00 00: no card lies there", "Virtual PCD 00 01: no card lies there"),
        readers.inputReader().lines().toList());
  }
}
