package tapwright.agent.emulator;

/**
 * A tag lifted in the middle of a write.
 *
 * @param write at which accepted WRITE from now on, counted from 1
 * @param bytes how many of the page's 4 bytes are stored by then; with all 4 only the answer is
 *     lost
 */
public record Tear(int write, int bytes) {

  public Tear {
    if (write < 1) {
      throw new IllegalArgumentException("write is " + write + ", allowed is 1 and more");
    }
    if (bytes < 0 || bytes > TagMemory.PAGE_SIZE) {
      throw new IllegalArgumentException("bytes is " + bytes + ", allowed are 0 to 4");
    }
  }
}
