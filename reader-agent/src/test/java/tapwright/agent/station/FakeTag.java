package tapwright.agent.station;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tapwright.agent.reader.Signal;
import tapwright.core.Bytes;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.Uid;

/** A tag that holds one message, half of one, or none. */
final class FakeTag {

  /** What a tag reads as that was torn off in the middle of a write. */
  static final Bytes TORN = Bytes.ofUtf8("torn");

  private final Uid uid;
  private final TagModel model;
  final List<Signal> signals = new ArrayList<>();
  Bytes content = Bytes.EMPTY;
  boolean readOnly;
  boolean cannotMirror;
  int written;

  FakeTag(int number, String model) {
    this.uid = Uid.ofHex(String.format(Locale.ROOT, "04%012X", number));
    this.model =
        Arrays.stream(TagModel.values())
            .filter(known -> known.label().equals(model))
            .findFirst()
            .orElseThrow();
  }

  Uid uid() {
    return uid;
  }

  TagModel model() {
    return model;
  }

  boolean isWhole() {
    return !content.isEmpty() && !content.equals(TORN);
  }
}
