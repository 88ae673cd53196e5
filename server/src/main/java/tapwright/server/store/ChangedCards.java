package tapwright.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.Slug;
import tapwright.server.app.Change;

/** The cards that a transaction has changed, told once it is stored and never before. */
final class ChangedCards {

  private final Optional<ChangeFeed> feed;
  private final List<Slug> slugs = new ArrayList<>();

  private ChangedCards(Optional<ChangeFeed> feed) {
    this.feed = feed;
  }

  /** Told to whoever listens in this process. */
  static ChangedCards toldTo(ChangeFeed feed) {
    return new ChangedCards(Optional.of(feed));
  }

  /** Not told from here: the database tells every node, or nothing is changed. */
  static ChangedCards notTold() {
    return new ChangedCards(Optional.empty());
  }

  void add(Slug slug) {
    if (feed.isPresent()) {
      slugs.add(slug);
    }
  }

  void stored() {
    feed.ifPresent(told -> slugs.forEach(slug -> told.tell(new Change.OfCard(slug))));
    slugs.clear();
  }

  void undone() {
    slugs.clear();
  }
}
