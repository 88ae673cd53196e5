package tapwright.agent.station.walk;

import java.util.Optional;
import tapwright.agent.pcsc.Atr;
import tapwright.agent.pcsc.TagConnection;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** A connection on which one command never reaches the tag: the PN532 reports a timeout. */
record SilencedConnection(TagConnection inner, Bytes silenced) implements TagConnection {

  private static final Bytes TIMEOUT = Bytes.ofHex("D541019000");

  @Override
  public Bytes transmit(Bytes command) {
    return command.toHex().contains(silenced.toHex()) ? TIMEOUT : inner.transmit(command);
  }

  @Override
  public Atr atr() {
    return inner.atr();
  }

  @Override
  public Optional<Uid> uid() {
    return inner.uid();
  }

  @Override
  public void reactivate() {
    inner.reactivate();
  }

  @Override
  public void close() {
    inner.close();
  }
}
