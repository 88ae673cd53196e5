package tapwright.agent.pcsc.winscard;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import tapwright.agent.pcsc.winscard.Winscard.Connected;

/**
 * A connection in a context of its own. Ended once, and by then nothing of it is left in the
 * service, whose handles are few (pcscd: 200 a context, pcscd.h).
 */
final class Connection implements Runnable {

  private static final Cleaner CLEANER = Cleaner.create();

  private final Contexts contexts;
  private final Winscard library;
  private final long context;
  private final Connected card;
  private final AtomicBoolean ended = new AtomicBoolean();

  Connection(Contexts contexts, Winscard library, long context, Connected card) {
    this.contexts = contexts;
    this.library = library;
    this.context = context;
    this.card = card;
  }

  /** Has it ended with an object that nobody refers to any more. */
  void endWith(Object owner) {
    CLEANER.register(owner, this);
  }

  Winscard library() {
    return library;
  }

  Connected card() {
    return card;
  }

  boolean isEnded() {
    return ended.get();
  }

  /** Ends it and leaves the card as it is; for the cleaner, and no failure counts. */
  @Override
  public void run() {
    if (ended.compareAndSet(false, true)) {
      Contexts.release(library, context);
    }
  }

  /**
   * Disconnects from the card.
   *
   * @throws ScardException when the card or the service went first; the connection is ended anyway
   */
  void end(long disposition) throws ScardException {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    try {
      library.disconnect(card.handle(), disposition);
    } catch (ScardException e) {
      Contexts.release(library, context); // what may still be held goes with its context
      throw e;
    }
    contexts.giveBack(library, context);
  }
}
