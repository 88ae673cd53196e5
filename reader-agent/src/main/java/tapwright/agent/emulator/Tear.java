package tapwright.agent.emulator;

/**
 * A tag lifted in the middle of a write.
 *
 * @param write at which accepted WRITE from now on, counted from 1
 * @param bytes how many of the written bytes are stored by then, of the 4 of a page or of as many as a
 *     Type 4 tag is sent; with all of them, or more, only the answer is lost
 */
public record Tear(int write, int bytes) {

  public Tear {
    if (write < 1) {
      throw new IllegalArgumentException("write is " + write + ", allowed is 1 and more");
    }
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes is " + bytes + ", allowed are 0 and more");
    }
  }
}
