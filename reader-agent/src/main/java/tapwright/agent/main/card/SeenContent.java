package tapwright.agent.main.card;

import java.util.List;
import java.util.Optional;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.TagContent;
import tapwright.agent.encode.TagPresentation;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.inspect.Match;
import tapwright.core.tag.inspect.Origin;
import tapwright.core.tag.inspect.Showing;
import tapwright.core.tag.inspect.TagFindings;

/** What a card shows, to be compared with what it should. */
record SeenContent(TagPresentation tag, TagFindings found) {

  /** With the order's content where there is one, else with what was written down. */
  Match beside(Optional<EncodeRequest> order, Origin origin) {
    return order.map(this::beside).orElseGet(() -> beside(origin));
  }

  /** The message as it was written, nothing for an empty card; empty where it cannot be told. */
  Optional<Bytes> written() {
    return switch (found.showing()) {
      case Showing.Message(Bytes shown) ->
          Optional.of(new TagContent(found.uid(), shown).asStored());
      case Showing.Empty empty -> Optional.of(Bytes.EMPTY);
      case Showing.Broken broken -> Optional.empty();
      case Showing.Hidden hidden -> Optional.empty();
    };
  }

  private Match beside(EncodeRequest order) {
    if (!(found.showing() instanceof Showing.Message(Bytes shown))) {
      return new Match.DiffersAt(0);
    }
    TagContent content = new TagContent(found.uid(), shown);
    List<Integer> differences = order.messages().stream().map(content::firstDifference).toList();
    int equal = differences.indexOf(TagContent.EQUAL);
    return equal < 0
        ? new Match.DiffersAt(differences.getFirst())
        : live(order.messages().get(equal), order);
  }

  /** Where the reader cannot tell whether the chip fills the text in, the bytes alone decide. */
  private Match live(Bytes message, EncodeRequest order) {
    return tag.live(message, order.counting()) instanceof Checked.Refused<Bytes>(Refusal why)
            && why.code() == EncodeRefusal.LINK_FIXED
        ? new Match.FixedText(why)
        : new Match.Equal();
  }

  private Match beside(Origin origin) {
    return written().map(origin::match).orElseGet(Match.NotCompared::new);
  }
}
