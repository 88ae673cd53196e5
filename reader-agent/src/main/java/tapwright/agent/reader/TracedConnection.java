package tapwright.agent.reader;

import java.util.Optional;
import java.util.function.Consumer;
import tapwright.agent.pcsc.Atr;
import tapwright.agent.pcsc.TagConnection;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * A connection that writes down what passes through it, as the transcripts of firmware-notes have
 * it: {@code >} a command APDU, {@code <} its response, {@code !} the field off and on.
 */
public final class TracedConnection implements TagConnection {

  /** The line for a field cycle. */
  public static final String FIELD_CYCLE = "! field off and on";

  private final TagConnection connection;
  private final Consumer<String> lines;

  public TracedConnection(TagConnection connection, Consumer<String> lines) {
    this.connection = connection;
    this.lines = lines;
  }

  @Override
  public Atr atr() {
    return connection.atr();
  }

  @Override
  public Optional<Uid> uid() {
    return connection.uid();
  }

  @Override
  public Bytes transmit(Bytes command) {
    TraceMask mask = TraceMask.of(command);
    lines.accept("> " + mask.command());
    Bytes response = connection.transmit(command);
    lines.accept("< " + mask.response(response));
    return response;
  }

  @Override
  public boolean escape(Bytes command) {
    return connection.escape(command);
  }

  @Override
  public void reactivate() {
    lines.accept(FIELD_CYCLE);
    connection.reactivate();
  }

  @Override
  public void close() {
    connection.close();
  }
}
