package tapwright.agent.reader;

import tapwright.agent.pcsc.TagConnection;
import tapwright.core.Bytes;

/** A connection that counts what reaches the tag, and wakes the tag before it is spoken to anew. */
final class CountedLink {

  private final TagConnection connection;
  private int exchanges;
  private int readerCommands;
  private int probeExchanges;
  private boolean halted;

  CountedLink(TagConnection connection) {
    this.connection = connection;
  }

  /** Sends a command that reaches the tag. */
  Bytes exchange(Bytes command) {
    exchanges++;
    return connection.transmit(command);
  }

  /** Sends a command that the reader takes for itself. */
  Bytes tellReader(Bytes command) {
    readerCommands++;
    return connection.transmit(command);
  }

  /** Notes that the tag may be halted and has to be woken before the next exchange. */
  void noteHalted() {
    halted = true;
  }

  /** Wakes the tag by a field cycle, if it may be halted. */
  void wake() {
    if (halted) {
      connection.reactivate();
      halted = false;
    }
  }

  boolean mayBeHalted() {
    return halted;
  }

  /** Notes that all commands so far, those to the reader included, were spent on probing it. */
  void noteProbed() {
    probeExchanges += exchanges + readerCommands;
    exchanges = 0;
    readerCommands = 0;
  }

  int exchanges() {
    return exchanges;
  }

  int probeExchanges() {
    return probeExchanges;
  }
}
