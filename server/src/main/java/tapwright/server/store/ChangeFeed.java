package tapwright.server.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tapwright.server.app.Change;
import tapwright.server.app.Changes;

/** {@link Changes} within one process. */
final class ChangeFeed implements Changes {

  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

  @Override
  public void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  void tell(Change change) {
    listeners.forEach(listener -> listener.accept(change));
  }
}
