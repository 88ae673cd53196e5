package tapwright.agent.pcsc.winscard;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tapwright.agent.pcsc.winscard.ScardCode.Meaning;
import tapwright.agent.pcsc.winscard.Winscard.Connected;

/**
 * Contexts of the PC/SC service, each in the hands of one wait or one card at a time.
 *
 * <p>The library holds a lock on a context for as long as a call in it takes, and a wait takes as
 * long as it waits. So what goes on at one reader never shares a context with what goes on at
 * another. Contexts that nobody needs are kept for the next; those of a service that went away are
 * thrown away, and what was asked is asked once more in a new one.
 */
final class Contexts {

  /** As many as are kept: a wait and a card for each of a few readers. */
  private static final int KEPT = 8;

  private final LibrarySource source;
  private final Deque<Long> idle = new ArrayDeque<>();
  private @Nullable Winscard winscard;

  Contexts(LibrarySource source) {
    this.source = source;
  }

  /** Where the library comes from; asked again after it could not be had. */
  @FunctionalInterface
  interface LibrarySource {
    NativeLibrary load() throws ScardException;
  }

  /** What is done in a context. */
  @FunctionalInterface
  interface Use<T> {
    T in(Winscard winscard, long context) throws ScardException;
  }

  /** What came of a use, and the context, which nobody but the receiver of this owns. */
  private record Held<T>(Winscard library, long context, T result) {}

  /** Does something in a context that is free again afterwards. */
  <T> T with(Use<T> use) throws ScardException {
    Held<T> held = holding(use);
    giveBack(held.library(), held.context());
    return held.result();
  }

  /** Connects in a context that is the connection's from then on. */
  Connection connect(Use<Connected> use) throws ScardException {
    Held<Connected> held = holding(use);
    return new Connection(this, held.library(), held.context(), held.result());
  }

  /** Does something in a context; a use that fails has left none behind. */
  private <T> Held<T> holding(Use<T> use) throws ScardException {
    Winscard library = library();
    Long kept = takeIdle();
    if (kept != null) {
      try {
        return attempt(library, kept, use);
      } catch (ScardException e) {
        if (!e.means(Meaning.SERVICE)) {
          throw e;
        }
        forgetIdle(library);
      }
    }
    return attempt(library, library.establishContext(), use);
  }

  private <T> Held<T> attempt(Winscard library, long context, Use<T> use) throws ScardException {
    try {
      return new Held<>(library, context, use.in(library, context));
    } catch (ScardException e) {
      if (e.means(Meaning.SERVICE)) {
        release(library, context);
      } else {
        giveBack(library, context);
      }
      throw e;
    } catch (RuntimeException | Error defect) {
      release(library, context); // what is held in it nobody knows
      throw defect;
    }
  }

  /** Keeps a context in which nothing is held any more, and which its owner forgets by this. */
  void giveBack(Winscard library, long context) {
    synchronized (this) {
      if (idle.size() < KEPT) {
        idle.push(context);
        return;
      }
    }
    release(library, context);
  }

  /** Ends a context and with it whatever is held in it. */
  static void release(Winscard library, long context) {
    try {
      library.releaseContext(context);
    } catch (ScardException e) {
      // The service went first and has forgotten the context by itself.
    }
  }

  synchronized Winscard library() throws ScardException {
    Winscard loaded = winscard;
    if (loaded == null) {
      loaded = new Winscard(source.load());
      winscard = loaded;
    }
    return loaded;
  }

  private synchronized @Nullable Long takeIdle() {
    return idle.poll();
  }

  private void forgetIdle(Winscard library) {
    for (Long stale = takeIdle(); stale != null; stale = takeIdle()) {
      release(library, stale);
    }
  }
}
