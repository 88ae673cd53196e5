package tapwright.server.app;

/** The record cannot be reached or cannot take more; what was asked has not happened. */
public abstract sealed class StoreFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private StoreFault(String message) {
    super(message);
  }

  private StoreFault(String message, Throwable cause) {
    super(message, cause);
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
