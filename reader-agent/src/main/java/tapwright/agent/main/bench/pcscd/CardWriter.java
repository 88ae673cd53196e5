package tapwright.agent.main.bench.pcscd;

import java.io.IOException;
import tapwright.core.Bytes;

/** A program that writes a message to the blank card on vpcd's first reader and reads it back. */
interface CardWriter {

  /** What it is called in the figures. */
  String label();

  /** Writes; gives whether its own read-back was equal. */
  boolean write(Bytes message) throws IOException, InterruptedException;
}
