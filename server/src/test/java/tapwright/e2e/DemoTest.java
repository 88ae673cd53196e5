package tapwright.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  @TempDir Path home;

  @Test
  void demo_tellsTheWholePathAndEnds() throws IOException {
    CommandLineRun demo = CommandLineRun.of(home, "demo", "--exit");

    assertEquals(0, demo.exitCode(), demo.err() + demo.out());
    assertEquals("", demo.err());
    assertTells(demo, "24 of 24 cards written, read back and equal");
    assertTells(demo, "too long for an NTAG213");
    assertTells(demo, "24 QR symbols");
    assertTells(demo, "preview 2, replay 2, scan 1, tap 155");
    assertTells(demo, "B1 (");
    assertTells(demo, "B2 (");
    assertTells(demo, "neither \"fewer than 50\" nor");
    assertTells(demo, "A4 (");
    assertTells(demo, "Set aside: clause A4");
    assertKeepsSecrets(demo);
  }

  private static void assertTells(CommandLineRun demo, String expected) {
    String told = demo.out().replaceAll("\\s+", " ");
    assertTrue(told.contains(expected), () -> expected + " is missing in\n" + demo.out());
  }

  /** No token is told, nor the master key. */
  private void assertKeepsSecrets(CommandLineRun demo) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".token")).toList()) {
        String token = Files.readString(file, StandardCharsets.UTF_8).strip();
        assertTrue(token.length() > 20, file + " holds no token");
        assertTrue(!demo.out().contains(token), "a token is told");
      }
    }
  }
}
