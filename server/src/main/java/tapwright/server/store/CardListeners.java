package tapwright.server.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tapwright.core.card.Slug;
import tapwright.server.record.CardListener;

/** All who want to hear of cards that change, as one. */
public final class CardListeners implements CardListener {

  private final List<CardListener> listeners = new CopyOnWriteArrayList<>();

  public void add(CardListener listener) {
    listeners.add(listener);
  }

  @Override
  public void changed(Slug slug, long version) {
    listeners.forEach(listener -> listener.changed(slug, version));
  }

  @Override
  public void overlooked() {
    listeners.forEach(CardListener::overlooked);
  }
}
