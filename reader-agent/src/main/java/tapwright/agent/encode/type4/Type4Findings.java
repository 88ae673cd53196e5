package tapwright.agent.encode.type4;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.agent.tag.DnaTag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.inspect.Showing;
import tapwright.core.tag.inspect.TagFindings;
import tapwright.core.tag.originality.Originality;

/** A look at everything that a Type 4 tag tells without keys. */
final class Type4Findings {

  private final Type4Session card;

  Type4Findings(Type4Session card) {
    this.card = card;
  }

  TagFindings look() {
    DnaState state = new DnaState(fileSettings());
    Showing showing = showing();
    return new TagFindings(
        card.uid(),
        card.model().label(),
        Optional.empty(),
        originality(),
        showing,
        state.openness(card.container()),
        signedReads(state),
        Type4Words.of(card.model(), card.container(), state),
        stored(showing, state),
        List.of());
  }

  private Optional<FileDescription> fileSettings() {
    return card.model().isDna()
            && chip().fileSettings()
                instanceof Checked.Passed<FileDescription>(FileDescription file)
        ? Optional.of(file)
        : Optional.empty();
  }

  /** Of the Type 4 tags that are known, NTAG 424 DNA alone bears a signature. */
  private Originality originality() {
    return card.model().isDna() ? chip().originality(card.uid()) : Originality.NOT_ASKED;
  }

  private Showing showing() {
    return switch (card.message()) {
      case Checked.Passed<Bytes>(Bytes message) when message.isEmpty() -> new Showing.Empty(false);
      case Checked.Passed<Bytes>(Bytes message) -> Showing.of(message);
      case Checked.Refused<Bytes>(Refusal why) -> new Showing.Broken(why);
    };
  }

  /** The counter goes on at each read of a signed link. */
  private Optional<Integer> signedReads(DnaState state) {
    boolean signs = state.file().map(FileDescription::signs).orElse(false);
    return signs && chip().signedReads() instanceof Checked.Passed<Integer>(Integer reads)
        ? Optional.of(reads)
        : Optional.empty();
  }

  private static Map<String, Bytes> stored(Showing showing, DnaState state) {
    boolean signs = state.file().map(FileDescription::signs).orElse(false);
    return showing instanceof Showing.Message(Bytes bytes) && !signs
        ? Map.of("NDEF file", bytes)
        : Map.of();
  }

  private DnaTag chip() {
    return new DnaTag(card.tag().link());
  }
}
