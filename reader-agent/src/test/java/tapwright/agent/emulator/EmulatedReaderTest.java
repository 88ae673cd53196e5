package tapwright.agent.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tapwright.core.Bytes;

class EmulatedReaderTest {

  private static final Bytes READ_PAGE_4 = Bytes.ofHex("FFB0000410");

  @Test
  void exchange_takesItsTimeOnTheAirAndTheOverhead() {
    List<Duration> passed = new ArrayList<>();
    EmulatedReader reader =
        new EmulatedReaders(new Pacing(Duration.ofMillis(8), passed::add))
            .attach(ReaderKind.FF_ONLY);
    reader.place(tag());
    reader.transmit(reader.presentation(), READ_PAGE_4);
    reader.transmit(reader.presentation(), READ_PAGE_4);

    Duration activation = Duration.ofNanos(RfTiming.NTAG21X.activationNanos());
    assertEquals(passed.get(1).plus(activation), passed.get(0));
    assertEquals(8000 + 368 + 91 + 1548 + 86, passed.get(1).toNanos() / 1000.0, 1.0);
  }

  /** The first reader is in the middle of an exchange until the second has ended one. */
  @Test
  void readers_doNotWaitForEachOther() {
    CountDownLatch firstWaits = new CountDownLatch(1);
    CountDownLatch secondIsDone = new CountDownLatch(1);
    Thread here = Thread.currentThread();
    EmulatedReaders readers =
        new EmulatedReaders(
            new Pacing(
                Duration.ZERO,
                time -> {
                  if (!Thread.currentThread().equals(here)) {
                    firstWaits.countDown();
                    await(secondIsDone);
                  }
                }));
    EmulatedReader first = readers.attach(ReaderKind.FF_ONLY);
    EmulatedReader second = readers.attach(ReaderKind.FF_ONLY);
    first.place(tag());
    second.place(tag());

    CompletableFuture<Boolean> exchange =
        CompletableFuture.supplyAsync(
            () -> first.transmit(first.presentation(), READ_PAGE_4).isPresent());
    await(firstWaits);
    assertTrue(second.transmit(second.presentation(), READ_PAGE_4).isPresent());
    assertTrue(first.tag().isPresent());
    assertFalse(exchange.isDone());
    secondIsDone.countDown();
    assertTrue(exchange.join());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmulatedTag tag() {
    return EmulatedTag.blank(EmulatedChip.NTAG215, new Random(1));
  }
}
