package tapwright.agent.main.bench.pcscd;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.encode.TimeAndChance;
import tapwright.agent.encode.reader.TagEncodingReader;
import tapwright.agent.main.bench.encode.EncodeCase;
import tapwright.agent.pcsc.PollClock;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.ReaderSession;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannels;

/** Lets this program and nfc-pcsc write the same bytes to the same blank cards, one by one. */
public final class WriterComparison {

  /** How many cards each program writes of each case. */
  public static final int CARDS = 3;

  private static final Duration STARTING = Duration.ofMillis(100);

  private final Readers readers;
  private final NfcPcsc theirs;
  private final PollClock clock;
  private final RandomGenerator random;
  private final boolean inRealTime;

  /**
   * Inside {@link Namespaces} only.
   *
   * @param folder where nfc-pcsc is installed
   * @param inRealTime whether the time on the air passes
   */
  public WriterComparison(
      NpmFolder folder, PollClock clock, RandomGenerator random, boolean inRealTime) {
    this.readers = Readers.ofPlatform(clock);
    this.theirs = new NfcPcsc(folder);
    this.clock = clock;
    this.random = random;
    this.inRealTime = inRealTime;
  }

  /**
   * Starts a pcscd, measures each case with both programs and kills it.
   *
   * @return for each case one figure a program: of {@value #CARDS} cards the one in the middle
   */
  public List<WriterFigure> of(List<EncodeCase> cases) throws IOException, InterruptedException {
    List<WriterFigure> figures = new ArrayList<>();
    try (PrivatePcscd pcscd = new PrivatePcscd()) {
      pcscd.start();
      awaitReader();
      for (EncodeCase asked : cases) {
        CardWriter own = own();
        written(asked, own); // the reader is known from here on, as to a station at work
        figures.add(median(asked, own));
        figures.add(median(asked, theirs));
      }
    }
    return figures;
  }

  /** Of some cards the one that took neither least nor most. */
  private WriterFigure median(EncodeCase asked, CardWriter writer)
      throws IOException, InterruptedException {
    List<WriterFigure> all = new ArrayList<>();
    for (int i = 0; i < CARDS; i++) {
      all.add(written(asked, writer));
    }
    all.sort(Comparator.comparingDouble(WriterFigure::millis));
    return all.get(CARDS / 2);
  }

  private CardWriter own() {
    TagChannels channels = new TagChannels(ReaderProfiles.inMemory());
    TimeAndChance machine = new TimeAndChance(clock::nanos, random);
    return new OwnWriter(new TagEncodingReader(session(), channels, machine));
  }

  private WriterFigure written(EncodeCase asked, CardWriter writer)
      throws IOException, InterruptedException {
    EmulatedTag tag = EmulatedTag.blank(asked.chip(), random);
    WriterFigure figure = new WatchedCard(asked, tag, clock, inRealTime).writtenBy(writer, asked);
    session().awaitRemoval(VirtualReader.SEEN);
    return figure;
  }

  private ReaderSession session() {
    return VirtualReader.FIRST.open(readers);
  }

  private void awaitReader() {
    long end = clock.nanos() + VirtualReader.SEEN.toNanos();
    while (!isThere()) {
      if (clock.nanos() - end > 0) {
        throw new IllegalStateException("pcscd shows no reader of vpcd");
      }
      clock.pause(STARTING);
    }
  }

  private boolean isThere() {
    try {
      return readers.names().contains(VirtualReader.FIRST.readerName());
    } catch (ReaderFault.ServiceGone notYet) {
      return false;
    }
  }
}
