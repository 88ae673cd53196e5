package tapwright.agent.main.bench.encode;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tapwright.agent.emulator.Airtime;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.Pacing;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.TimeAndChance;
import tapwright.agent.encode.reader.TagEncodingReader;
import tapwright.agent.pcsc.PollClock;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannels;
import tapwright.core.Bytes;

/** Encodes virtual cards on readers that keep the pace of real ones, and counts what they take. */
public final class EncodeBench {

  /**
   * What host and reader add to an exchange: nothing, a modern reader (assumed), an ACR122U (19 to
   * 24 ms from sending to answer in public logs of nfc-pcsc's and chrome-nfc's users).
   */
  public static final List<Duration> OVERHEADS =
      List.of(Duration.ZERO, Duration.ofMillis(8), Duration.ofMillis(22));

  private static final double NANOS_PER_MILLI = 1e6;

  private final Supplier<PollClock> clocks;
  private final RandomGenerator random;

  /**
   * @param clocks a clock for each card; its pauses are the time that passes
   */
  public EncodeBench(Supplier<PollClock> clocks, RandomGenerator random) {
    this.clocks = clocks;
    this.random = random;
  }

  /** Runs every line of the table for messages of these lengths. */
  public List<EncodeFigure> figures(List<Integer> sizes) {
    return EncodeCase.all(sizes).stream().map(this::figure).toList();
  }

  private EncodeFigure figure(EncodeCase card) {
    List<Run> runs = OVERHEADS.stream().map(overhead -> run(card, overhead)).toList();
    return new EncodeFigure(
        card,
        runs.getFirst().spent(),
        runs.stream().map(Run::millis).toList(),
        runs.getFirst().floor());
  }

  private Run run(EncodeCase card, Duration overhead) {
    Table table = new Table(card, clocks.get(), overhead);
    EmulatedTag tag = EmulatedTag.blank(card.chip(), random);
    table.encode(EmulatedTag.blank(card.chip(), random), 'o'); // the reader is known from here on
    switch (card.start()) {
      case BLANK -> {}
      case UNCHANGED -> table.encode(tag, 'n');
      case CHANGED -> table.encode(tag, 'o');
    }
    return table.encode(tag, 'n');
  }

  /** What one card took. */
  private record Run(EncodeFigure.Spent spent, double millis, EncodeFloors floor) {}

  /** One reader with the whole stack above it. */
  private static final class Table {

    private final EncodeCase card;
    private final PollClock clock;
    private final EmulatedReader emulated;
    private final TagEncodingReader reader;

    Table(EncodeCase card, PollClock clock, Duration overhead) {
      this.card = card;
      this.clock = clock;
      EmulatedReaders readers = new EmulatedReaders(new Pacing(overhead, clock::pause));
      this.emulated = readers.attach(card.reader());
      Readers attached = Readers.ofProvider(EmulatedReaders.TYPE, readers.provider(), clock);
      this.reader =
          new TagEncodingReader(
              attached.open(emulated.name()),
              new TagChannels(ReaderProfiles.inMemory()),
              new TimeAndChance(clock::nanos, new Random(0)));
    }

    Run encode(EmulatedTag tag, char letter) {
      Bytes message = SampleLink.message(card.bytes(), letter);
      Airtime before = tag.airtime();
      int writes = tag.writes();
      long start = clock.nanos();
      emulated.place(tag);
      try (TagPresentation presentation = reader.awaitTag(Duration.ZERO).orElseThrow()) {
        requireVerified(presentation.encode(new EncodeRequest(List.of(message), Counting.NONE)));
        double millis = (clock.nanos() - start) / NANOS_PER_MILLI;
        int exchanges = tag.airtime().frames() - before.frames();
        return new Run(
            new EncodeFigure.Spent(exchanges, tag.writes() - writes),
            millis,
            EncodeFloors.of(card, presentation.floor(message).orThrow()));
      } finally {
        emulated.remove();
      }
    }

    private void requireVerified(EncodeOutcome outcome) {
      if (!(outcome instanceof EncodeOutcome.Verified)) {
        throw new IllegalStateException(card + " ended as " + outcome);
      }
    }
  }
}
