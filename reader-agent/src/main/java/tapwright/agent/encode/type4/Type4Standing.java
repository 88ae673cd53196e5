package tapwright.agent.encode.type4;

import java.util.List;
import java.util.Optional;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.SignedText;
import tapwright.agent.tag.DnaTag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.type4.Type4Model;

/**
 * What a Type 4 tag holds, before it is locked as it is.
 *
 * @param message as it was written, with placeholders where the chip signs
 * @param file what an NTAG 424 DNA says of its file; empty on other chips
 */
record Type4Standing(Type4Model model, Bytes message, Optional<FileDescription> file) {

  /** As the tag is now; an empty one holds nothing that could be kept. */
  static Checked<Type4Standing> of(Type4Session session) {
    Checked<Optional<FileDescription>> file =
        session.model().isDna()
            ? new DnaTag(session.tag().link()).fileSettings().map(Optional::of)
            : Checked.passed(Optional.empty());
    return file.then(
        it ->
            session
                .message()
                .then(Type4Standing::notEmpty)
                .map(shown -> new Type4Standing(session.model(), stored(shown, it), it)));
  }

  private static Checked<Bytes> notEmpty(Bytes shown) {
    return shown.isEmpty()
        ? Checked.refused(EncodeRefusal.TAG_EMPTY.with())
        : Checked.passed(shown);
  }

  private static Bytes stored(Bytes shown, Optional<FileDescription> file) {
    return signs(file) ? SignedText.asStored(shown) : shown;
  }

  private static boolean signs(Optional<FileDescription> file) {
    return file.filter(FileDescription::signs).isPresent();
  }

  /** Whether nothing is left to do: it is locked, and nothing but that is asked. */
  boolean isDone(Finish finish) {
    return finish.password().isEmpty() && file.filter(FileDescription::isLockedForEver).isPresent();
  }

  /** What would be asked of a tag so that it becomes this one, with the finish. */
  Checked<EncodeRequest> request(Finish finish) {
    boolean keyed = file.filter(it -> !DnaFileGate.isOpen(it)).isPresent();
    return keyed && finish.password().isEmpty() && finish.keys().isEmpty()
        ? Checked.refused(Type4Demands.keysNotGiven("lock it", model))
        : Checked.passed(
            new EncodeRequest(
                List.of(message), signs(file) ? Counting.SUN : Counting.NONE, finish));
  }
}
