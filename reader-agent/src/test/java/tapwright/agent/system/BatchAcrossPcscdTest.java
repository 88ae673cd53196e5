package tapwright.agent.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One batch command that pcscd comes to, leaves and comes back to. */
@Tag("pcscd")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BatchAcrossPcscdTest {

  private static final int LIMIT_SECONDS = 30;
  private static final String ROWS =
      "name,url\nSample Person,https://example.com/1\nSample Person,https://example.com/2\n";

  @TempDir Path folder;

  @Test
  void batch_pcscdStartedLateThenKilledAndStarted_makesACardEachTime() throws Exception {
    Path csv = Files.writeString(folder.resolve("cards.csv"), ROWS);
    try (PcscdSandbox sandbox = PcscdSandbox.empty()) {
      RunningBatch batch = RunningBatch.start(sandbox, csv, PcscdSandbox.FIRST_READER);
      PcscdSandbox.await("waiting for pcscd", () -> batch.heard().contains("waiting: "));
      sandbox.startPcscd();
      sandbox.emulate("--vpcd", "35963", "--tag", "NTAG215");
      PcscdSandbox.await("the card of the late pcscd", () -> batch.verified() == 1);

      sandbox.killPcscd();
      PcscdSandbox.await("the fault", () -> batch.heard().contains("PC/SC service"));
      sandbox.startPcscd();
      sandbox.emulate("--vpcd", "35963", "--tag", "NTAG215");
      RunningBatch.Ended ended = batch.ended(LIMIT_SECONDS);

      assertEquals(0, ended.exitCode(), batch.heard());
      assertEquals(2, batch.verified(), batch.heard());
    }
  }
}
