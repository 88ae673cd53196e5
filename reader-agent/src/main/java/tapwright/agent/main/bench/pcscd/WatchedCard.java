package tapwright.agent.main.bench.pcscd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.Pacing;
import tapwright.agent.emulator.ReaderFront;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.VpcdBridge;
import tapwright.agent.main.bench.encode.EncodeCase;
import tapwright.agent.pcsc.PollClock;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.ndef.NdefMessage;

/**
 * A blank virtual card that lies on vpcd's first reader once, and notes what is done to it.
 *
 * <p>Time runs from the first command to the last answer as the card sees them, so that neither the
 * start of a program nor the moment at which pcscd notices a card counts.
 */
final class WatchedCard {

  private static final double NANOS_PER_MILLI = 1e6;

  /** Of a blank NTAG215 or NTAG216 the message's TLV is what the data area begins with. */
  private static final int LENGTH_AT = 17;

  private final EmulatedTag tag;
  private final Bytes wanted;
  private final PollClock clock;
  private final boolean inRealTime;
  private final VpcdBridge bridge;
  private final Thread hands = Thread.ofPlatform().daemon().name("card").unstarted(this::lie);
  private int exchanges;
  private int wrongMoments;
  private long begunNanos;
  private long endedNanos;

  /**
   * @param inRealTime whether the time on the air passes
   */
  WatchedCard(EncodeCase asked, EmulatedTag tag, PollClock clock, boolean inRealTime) {
    this.tag = tag;
    this.wanted = asked.message();
    this.clock = clock;
    this.inRealTime = inRealTime;
    this.bridge = bridge(asked.reader());
  }

  private VpcdBridge bridge(ReaderKind kind) {
    Pacing pacing = new Pacing(Duration.ZERO, this::exchanged);
    return new VpcdBridge(new ReaderFront(kind), tag, this::written, pacing);
  }

  /** Lays it down, lets the writer do its work and takes it away again. */
  WriterFigure writtenBy(CardWriter writer, EncodeCase asked)
      throws IOException, InterruptedException {
    hands.start();
    try {
      boolean readBack = writer.write(wanted);
      lift();
      return figure(writer, asked, readBack);
    } finally {
      lift();
    }
  }

  private void lift() throws IOException, InterruptedException {
    bridge.close();
    hands.join();
  }

  private WriterFigure figure(CardWriter writer, EncodeCase asked, boolean readBack) {
    return new WriterFigure(
        asked,
        writer.label(),
        new WriterFigure.Spent(exchanges, tag.airtime().frames(), tag.writes()),
        (endedNanos - begunNanos) / NANOS_PER_MILLI,
        new WriterFigure.Safety(wrongMoments, readBack, shown().equals(wanted)));
  }

  private void lie() {
    try {
      bridge.present(VirtualReader.FIRST.port(), () -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void exchanged(Duration onTheAir) {
    if (exchanges++ == 0) {
      begunNanos = clock.nanos();
    }
    if (inRealTime) {
      clock.pause(onTheAir);
    }
    endedNanos = clock.nanos();
  }

  /** After a write: whoever lifts the card now leaves this. */
  private void written() {
    Bytes shown = shown();
    boolean isMessage = NdefMessage.decode(shown) instanceof Checked.Passed<NdefMessage>;
    if (isMessage && !shown.equals(wanted)) {
      wrongMoments++;
    }
  }

  private Bytes shown() {
    Bytes memory = tag.memory();
    int start = LENGTH_AT + 1;
    return memory.slice(start, start + memory.at(LENGTH_AT));
  }
}
