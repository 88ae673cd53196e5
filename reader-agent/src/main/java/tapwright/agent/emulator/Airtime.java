package tapwright.agent.emulator;

/**
 * What has passed between readers and a tag so far.
 *
 * @param frames commands that reached the tag, whatever came back
 * @param nanos how long they, their answers and activations take on the air by {@link RfTiming}
 */
public record Airtime(int frames, long nanos) {

  /** Nothing was said yet. */
  public static final Airtime NONE = new Airtime(0, 0);

  Airtime plusFrame(long took) {
    return new Airtime(frames + 1, nanos + took);
  }

  Airtime plusActivation(long took) {
    return new Airtime(frames, nanos + took);
  }
}
