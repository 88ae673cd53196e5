package tapwright.server.record.account;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps passwords so that they can be compared and not be read.
 *
 * <p>Each of these is slow on purpose, so they happen apart, and a few at a time.
 */
public interface PasswordSeal {

  /** What is kept of the password; empty where too many wait. */
  CompletableFuture<Optional<String>> keep(String password);

  /**
   * Whether it is the password of which this is kept; where nothing is, it is not, and that takes
   * as long to find out.
   */
  CompletableFuture<Match> compare(String password, Optional<String> kept);

  /** What comparing showed. */
  enum Match {
    /** It is the password. */
    RIGHT,
    /** It is, but less was asked of hashes when this one was made. */
    RIGHT_OUTDATED,
    /** It is not. */
    WRONG,
    /** Too many wait to be compared; it was not looked at. */
    BUSY
  }
}
