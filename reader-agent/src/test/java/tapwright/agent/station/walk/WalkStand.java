package tapwright.agent.station.walk;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.Pacing;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.VirtualTag;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.TagSecrets;
import tapwright.agent.encode.TimeAndChance;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.encode.reader.TagEncodingReader;
import tapwright.agent.main.bench.encode.CountedTime;
import tapwright.agent.pcsc.ReaderSession;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannels;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.bench.Bench;
import tapwright.agent.station.bench.Claims;
import tapwright.agent.station.bench.UidCheck;
import tapwright.agent.station.job.RewriteSummary;
import tapwright.agent.station.job.Rewriter;
import tapwright.agent.station.journal.Journal;

/** A station just switched on, with one emulated reader, on which one tag is laid once. */
final class WalkStand {

  /** The agent as it is. */
  static final Function<ReaderSession, EncodingReader> PRODUCT =
      session -> new TagEncodingReader(session, channels(), machine());

  private final EmulatedReader emulated;
  private final ReaderSession session;
  private final EncodingReader reader;
  private final WalkFault fault;
  private int exchanges;
  private Runnable afterEach = () -> {};

  /** A reader at which the fault happens. */
  WalkStand(ReaderKind kind, WalkFault fault, Function<ReaderSession, EncodingReader> agent) {
    EmulatedReaders readers = new EmulatedReaders(new Pacing(Duration.ZERO, time -> exchanged()));
    this.emulated = readers.attach(kind);
    this.fault = fault;
    this.session =
        Readers.ofProvider(EmulatedReaders.TYPE, readers.provider(), new CountedTime())
            .open(emulated.name());
    this.reader = agent.apply(session);
  }

  private static TagChannels channels() {
    return new TagChannels(ReaderProfiles.inMemory());
  }

  private static TimeAndChance machine() {
    return new TimeAndChance(new CountedTime()::nanos, new Random(0));
  }

  /** Has something looked at after each exchange. */
  void afterEach(Runnable look) {
    afterEach = look;
  }

  /**
   * Lays the tag down, lets the station do what it does, and takes the tag away.
   *
   * @throws WalkFault.Killed when the process was killed in between
   */
  void present(VirtualTag tag, OneRow row, Journal journal, StationListener listener) {
    emulated.place(tag);
    try {
      Bench.Office office =
          new Bench.Office(row, new Claims(journal, row), UidCheck.NONE, listener, time -> {});
      new Bench(reader, journal, office).attend(Duration.ZERO);
    } finally {
      emulated.remove();
    }
  }

  /**
   * Lays the tag down, has the command empty it, and takes it away; empty where the tag was gone
   * before the command found it.
   *
   * @throws WalkFault.Killed when the process was killed in between
   */
  Optional<EncodeOutcome> erase(VirtualTag tag, TagSecrets secrets) {
    emulated.place(tag);
    TagEncodingReader command = new TagEncodingReader(session, channels(), machine());
    try {
      return command.awaitTag(Duration.ZERO).map(found -> erased(found, secrets));
    } finally {
      emulated.remove();
    }
  }

  private static EncodeOutcome erased(TagPresentation found, TagSecrets secrets) {
    try (found) {
      return found.erase(secrets, WriteRecord.NONE);
    }
  }

  /**
   * Lays the tag down, lets a run write it anew, and takes it away.
   *
   * @throws WalkFault.Killed when the process was killed in between
   */
  RewriteSummary rewrite(VirtualTag tag, Function<EncodingReader, Rewriter> run) {
    emulated.place(tag);
    try {
      return run.apply(reader).run();
    } finally {
      emulated.remove();
    }
  }

  /** Commands of the host so far, those that only the reader hears included. */
  int exchanges() {
    return exchanges;
  }

  private void exchanged() {
    exchanges++;
    afterEach.run();
    if (exchanges == fault.exchange()) {
      fault.kind().strike(emulated);
    }
  }
}
