package tapwright.agent.encode.type2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import tapwright.agent.pcsc.Atr;
import tapwright.agent.pcsc.TagConnection;
import tapwright.agent.reader.TracedConnection;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** A reader that answers as a transcript has it, and takes nothing but what stands there. */
final class ReplayedConnection implements TagConnection {

  private final Deque<String> lines;
  private int line;

  ReplayedConnection(Transcript transcript) {
    this.lines = new ArrayDeque<>(transcript.lines());
  }

  @Override
  public Bytes transmit(Bytes command) {
    assertEquals(next(), "> " + command, () -> "exchange " + line);
    return Bytes.ofHex(next().substring(2));
  }

  @Override
  public void reactivate() {
    assertEquals(next(), TracedConnection.FIELD_CYCLE);
  }

  private String next() {
    assertTrue(!lines.isEmpty(), "the transcript ends before the encoding does");
    line++;
    return lines.removeFirst();
  }

  /** That the encoding sent all that stands in the transcript. */
  void assertComplete() {
    assertEquals(0, lines.size(), () -> "never sent: " + lines);
  }

  @Override
  public Atr atr() {
    return new Atr(Bytes.EMPTY);
  }

  @Override
  public Optional<Uid> uid() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
