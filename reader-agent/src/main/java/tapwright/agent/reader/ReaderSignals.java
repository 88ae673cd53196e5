package tapwright.agent.reader;

import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.TagConnection;
import tapwright.core.Bytes;

/**
 * Lamp and buzzer of one reader, as its profile says; a reader that refuses is never an error.
 *
 * <p>The commands go to the reader and not to the tag, so they are no exchanges. They are sent
 * outside of a transparent session only, in which readers take nothing for themselves.
 */
public final class ReaderSignals {

  private static final System.Logger LOG = System.getLogger(ReaderSignals.class.getName());

  private final SignalCommands commands;
  private boolean quiet;

  public ReaderSignals(String reader) {
    this.commands = ReaderCatalogue.profileOf(reader).signals();
  }

  /** Silences the reader's own beeps, with the first connection only. */
  public void quieten(TagConnection connection) {
    if (!quiet) {
      quiet = true;
      give(Signal.QUIET, connection);
    }
  }

  public void give(Signal signal, TagConnection connection) {
    for (Bytes command : commands.of(signal)) {
      try {
        send(command, connection);
      } catch (ReaderFault failure) {
        LOG.log(System.Logger.Level.DEBUG, "no signal " + signal, failure);
      }
    }
  }

  private void send(Bytes command, TagConnection connection) {
    switch (commands.way()) {
      case TRANSMIT -> connection.transmit(command);
      case ESCAPE -> connection.escape(command);
      case NONE -> throw new IllegalStateException("a reader without signals has " + command);
    }
  }
}
