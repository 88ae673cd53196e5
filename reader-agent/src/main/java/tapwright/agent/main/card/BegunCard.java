package tapwright.agent.main.card;

import tapwright.agent.encode.TagPresentation;

/** Says of a card that is looked at what was begun with it here and never finished. */
final class BegunCard {

  private BegunCard() {}

  static void note(CardCommand card, TagPresentation tag) {
    card.surroundings()
        .writes()
        .unfinished(tag.uid())
        .ifPresent(
            begun ->
                card.console()
                    .note(
                        "card %s was begun here and never finished: %s"
                            .formatted(tag.uid(), begun)));
  }
}
