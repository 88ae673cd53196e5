package tapwright.agent.station;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.encode.Presentation;
import tapwright.agent.pcsc.ReaderFault;

/** A reader that is opened again after it was gone: unplugged, or its service ended. */
public final class ReopenedReader implements EncodingReader {

  private final String name;
  private final Supplier<EncodingReader> opening;
  private @Nullable EncodingReader open;

  /**
   * @param opening looks for the reader and opens it; throws a {@link ReaderFault} while it is gone
   */
  public ReopenedReader(String name, Supplier<EncodingReader> opening) {
    this.name = name;
    this.opening = opening;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<Presentation> awaitPresentation(Duration timeout) {
    try {
      return reader().awaitPresentation(timeout);
    } catch (ReaderFault fault) {
      throw letGoAfter(fault);
    }
  }

  @Override
  public boolean awaitRemoval(Duration timeout) {
    try {
      return reader().awaitRemoval(timeout);
    } catch (ReaderFault fault) {
      throw letGoAfter(fault);
    }
  }

  @Override
  public void close() {
    EncodingReader reader = open;
    open = null;
    if (reader != null) {
      reader.close();
    }
  }

  private EncodingReader reader() {
    EncodingReader reader = open;
    if (reader == null) {
      reader = opening.get();
      open = reader;
    }
    return reader;
  }

  private ReaderFault letGoAfter(ReaderFault fault) {
    switch (fault) {
      case ReaderFault.ReaderGone gone -> close();
      case ReaderFault.ServiceGone gone -> close();
      case ReaderFault.ReaderUnknown unknown -> close();
      case ReaderFault.TagGone tag -> {}
      case ReaderFault.AnswerUnknown answer -> {}
      case ReaderFault.ForeignTag tag -> {}
      case ReaderFault.UidHidden tag -> {}
      case ReaderFault.TagNak nak -> {}
    }
    return fault;
  }
}
