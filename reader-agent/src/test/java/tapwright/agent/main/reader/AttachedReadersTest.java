package tapwright.agent.main.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.main.console.Console;
import tapwright.agent.pcsc.PollClock;
import tapwright.agent.pcsc.Readers;

class AttachedReadersTest {

  private final EmulatedReaders emulated = new EmulatedReaders();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Console console =
      new Console(System.out, new PrintStream(said, true, StandardCharsets.UTF_8));

  /** In the third pause a reader is plugged in. */
  private final PollClock clock =
      new PollClock() {
        private long nanos;
        private int pauses;

        @Override
        public long nanos() {
          return nanos;
        }

        @Override
        public void pause(Duration duration) {
          nanos += duration.toNanos();
          pauses++;
          if (pauses == 3) {
            emulated.attach(ReaderKind.ACR122U);
          }
        }
      };

  private List<String> await(Duration patience) {
    Readers readers = Readers.ofProvider(EmulatedReaders.TYPE, emulated.provider(), clock);
    return AttachedReaders.await(readers, patience, clock, console);
  }

  @Test
  void await_saysOnceWhatItWaitsFor() {
    assertEquals(1, await(Duration.ofSeconds(10)).size());
    assertEquals(
        "tapwright: waiting: no reader is attached; plug one in\n",
        said.toString(StandardCharsets.UTF_8));
  }

  @Test
  void await_withoutPatience_givesUp() {
    assertEquals(List.of(), await(Duration.ofSeconds(1)));
  }
}
