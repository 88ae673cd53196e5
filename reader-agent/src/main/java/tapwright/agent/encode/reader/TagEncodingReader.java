package tapwright.agent.encode.reader;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.encode.Field;
import tapwright.agent.encode.Presentation;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.TimeAndChance;
import tapwright.agent.encode.type2.Type2Presentation;
import tapwright.agent.encode.type4.Type4Presentation;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.ReaderSession;
import tapwright.agent.pcsc.TagConnection;
import tapwright.agent.reader.ReaderSignals;
import tapwright.agent.reader.Signal;
import tapwright.agent.reader.TagChannels;

/** A PC/SC reader, real or emulated, on which tags are encoded. */
public final class TagEncodingReader implements EncodingReader {

  /** The card knows no such command, function or file (ISO/IEC 7816-4 section 5.6, table 7). */
  private static final Set<String> NO_SUCH_READ = Set.of("6D00", "6A81", "6A82");

  private final ReaderSession session;
  private final TagChannels channels;
  private final TimeAndChance machine;
  private final UnaryOperator<TagConnection> around;
  private final ReaderSignals signals;

  public TagEncodingReader(ReaderSession session, TagChannels channels, TimeAndChance machine) {
    this(session, channels, machine, UnaryOperator.identity());
  }

  /**
   * @param around put around each connection before anything is sent, as a trace is
   */
  public TagEncodingReader(
      ReaderSession session,
      TagChannels channels,
      TimeAndChance machine,
      UnaryOperator<TagConnection> around) {
    this.session = session;
    this.channels = channels;
    this.machine = machine;
    this.around = around;
    this.signals = new ReaderSignals(session.name());
  }

  @Override
  public String name() {
    return session.name();
  }

  @Override
  public Optional<Presentation> awaitPresentation(Duration timeout) {
    return awaitTag(timeout).map(tag -> tag);
  }

  /** The same with all that a tag can say. */
  public Optional<TagPresentation> awaitTag(Duration timeout) {
    return session.awaitTag(timeout).map(around).map(this::identified);
  }

  @Override
  public boolean awaitRemoval(Duration timeout) {
    return session.awaitRemoval(timeout);
  }

  /** Nothing is held between two presentations. */
  @Override
  public void close() {}

  private TagPresentation identified(TagConnection connection) {
    boolean identified = false;
    try {
      signals.quieten(connection);
      TagPresentation tag = presentationOf(connection);
      identified = true;
      return tag;
    } catch (ReaderFault.AnswerUnknown unclear) {
      throw NO_SUCH_READ.contains(unclear.statusWord())
          ? new ReaderFault.ForeignTag(connection.atr())
          : unclear;
    } finally {
      if (!identified) {
        connection.close();
      }
    }
  }

  /**
   * A Type 2 tag has no operating system, so that the reader makes up the ATR of a storage card.
   */
  private TagPresentation presentationOf(TagConnection connection) {
    Field field = fieldOf(connection);
    return connection.atr().isStorageCard()
        ? Type2Presentation.of(channels.open(name(), connection), field, machine.nanos())
        : Type4Presentation.of(connection, field, machine.fromNow());
  }

  private Field fieldOf(TagConnection connection) {
    return new Field() {
      @Override
      public void signal(Signal signal) {
        signals.give(signal, connection);
      }

      @Override
      public boolean awaitEmpty(Duration timeout) {
        return session.awaitRemoval(timeout);
      }

      @Override
      public void cycle() {
        connection.reactivate();
      }

      @Override
      public void close() {
        connection.close();
      }
    };
  }
}
