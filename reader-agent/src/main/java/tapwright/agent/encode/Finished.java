package tapwright.agent.encode;

/**
 * What is done with a tag beside its message, each proved on the tag itself.
 *
 * @param locked nothing of the message can change any more, for ever
 * @param protectedByPassword the tag asks for the ordered password and takes it
 * @param keysChanged it has the ordered keys
 */
public record Finished(boolean locked, boolean protectedByPassword, boolean keysChanged) {

  /** It is as open as it was. */
  public static final Finished NOTHING = new Finished(false, false, false);
}
