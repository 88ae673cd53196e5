package tapwright.agent.reader;

import java.util.List;
import java.util.Map;
import tapwright.core.Bytes;

/**
 * The commands by which a reader gives its signals.
 *
 * @param way how they go to the reader
 * @param bySignal in the order in which they are sent; a signal without commands is not given
 */
public record SignalCommands(Way way, Map<Signal, List<Bytes>> bySignal) {

  /** How a command for the reader itself goes to it. */
  public enum Way {
    /** The reader has no such commands, or none are known. */
    NONE,
    /** As a command APDU; the reader takes it for itself. */
    TRANSMIT,
    /** By SCardControl, where the platform lets it through. */
    ESCAPE
  }

  public SignalCommands {
    bySignal = Map.copyOf(bySignal);
  }

  List<Bytes> of(Signal signal) {
    return way == Way.NONE ? List.of() : bySignal.getOrDefault(signal, List.of());
  }
}
