package tapwright.server.record;

import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import tapwright.core.Refusal;

/**
 * The record cannot be reached or cannot take more; what was asked has not happened, except where
 * it is in doubt.
 */
public abstract sealed class StoreFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private StoreFault(String message) {
    super(message);
  }

  private StoreFault(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * What a stage of futures failed with, whatever it was wrapped into on its way through others.
   */
  public static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** More is waiting to be stored than the queue holds; again in a moment. */
  public static final class Overloaded extends StoreFault {
    private static final long serialVersionUID = 1L;

    public Overloaded(int queueLimit) {
      super("more than " + queueLimit + " units of work wait to be stored");
    }
  }

  /** The database failed while doing this. */
  public static final class Unavailable extends StoreFault {
    private static final long serialVersionUID = 1L;

    public Unavailable(String doing, Throwable cause) {
      super("the database failed while " + doing, cause);
    }
  }

  /** There is a record, but not one that this program may work on; it says why and what to do. */
  public static final class Unfit extends StoreFault {
    private static final long serialVersionUID = 1L;

    public Unfit(Refusal refusal) {
      super(refusal.message());
    }
  }

  /** A file beside the record, or of it, cannot be written. */
  public static final class Unwritten extends StoreFault {
    private static final long serialVersionUID = 1L;

    public Unwritten(Path file, String problem) {
      super("cannot write " + file + ": " + problem);
    }

    public Unwritten(Path file, String problem, Throwable cause) {
      super("cannot write " + file + ": " + problem, cause);
    }
  }

  /** Other work stood in the way again and again; again in a moment. */
  public static final class Contended extends StoreFault {
    private static final long serialVersionUID = 1L;

    public Contended(int attempts, Throwable cause) {
      super("other work stood in the way " + attempts + " times", cause);
    }
  }

  /**
   * The database went away while it committed, so that nobody knows whether what was asked has
   * happened: look before it is asked again, or ask with the same key.
   */
  public static final class InDoubt extends StoreFault {
    private static final long serialVersionUID = 1L;

    public InDoubt(Throwable cause) {
      super("the database did not say whether it stored what was asked", cause);
    }
  }

  /** The store was closed. */
  public static final class Closed extends StoreFault {
    private static final long serialVersionUID = 1L;

    public Closed() {
      super("the store is closed");
    }
  }

  /** The record cannot be reached, and where the card leads is not known without it. */
  public static final class CardNotKnown extends StoreFault {
    private static final long serialVersionUID = 1L;

    public CardNotKnown() {
      super("the record cannot be reached, and where the card leads is not known without it");
    }
  }
}
