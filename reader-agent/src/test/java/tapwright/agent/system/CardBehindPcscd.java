package tapwright.agent.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The agent's card commands as processes, on a card behind a real pcscd. */
final class CardBehindPcscd {

  static final String URL = "https://example.com/t/AbC123";

  static final String VCARD =
      "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jürgen Sample 张\r\nEMAIL:sample@example.com\r\nEND:VCARD\r\n";

  private final PcscdSandbox sandbox;
  private final Path state;

  /**
   * @param state the agent's state folder, so that no test meets the machine's
   */
  CardBehindPcscd(PcscdSandbox sandbox, Path state) {
    this.sandbox = sandbox;
    this.state = state;
  }

  /** Runs one command that has to succeed, and gives its JSON. */
  JsonNode agent(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("env", "TAPWRIGHT_HOME=" + state));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("tapwright.agent.main.AgentMain");
    command.addAll(List.of(arguments));
    command.addAll(List.of("--reader", PcscdSandbox.FIRST_READER, "--json"));
    return succeeded(sandbox.start(command.toArray(String[]::new)));
  }

  /** The JSON that a process prints on its way to success. */
  static JsonNode succeeded(Process process) throws IOException, InterruptedException {
    String out = process.inputReader(StandardCharsets.UTF_8).readAllAsString();
    assertEquals(0, process.waitFor(), out);
    return new ObjectMapper().readTree(out);
  }
}
