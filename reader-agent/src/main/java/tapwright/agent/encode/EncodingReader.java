package tapwright.agent.encode;

import java.time.Duration;
import java.util.Optional;

/** A reader on which tags are encoded, one presentation after the other, from one thread. */
public interface EncodingReader extends AutoCloseable {

  /** The reader's name as PC/SC gives it. */
  String name();

  /** Waits for a tag to enter the field and identifies it; empty when none came in time. */
  Optional<Presentation> awaitPresentation(Duration timeout);

  /**
   * Waits until nothing is in the field, as after a tag that could not be identified; false when
   * something still is after the timeout.
   */
  boolean awaitRemoval(Duration timeout);

  @Override
  void close();
}
