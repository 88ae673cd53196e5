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
public final class FakeTag {

  /** What a tag reads as that was torn off in the middle of a write. */
  public static final Bytes TORN = Bytes.ofUtf8("torn");

  private final Uid uid;
  private final TagModel model;
  public final List<Signal> signals = new ArrayList<>();
  public Bytes content = Bytes.EMPTY;
  public boolean readOnly;
  public boolean cannotMirror;
  int written;

  public FakeTag(int number, String model) {
    this.uid = Uid.ofHex(String.format(Locale.ROOT, "04%012X", number));
    this.model =
        Arrays.stream(TagModel.values())
            .filter(known -> known.label().equals(model))
            .findFirst()
            .orElseThrow();
  }

  public Uid uid() {
    return uid;
  }

  TagModel model() {
    return model;
  }

  public boolean isWhole() {
    return !content.isEmpty() && !content.equals(TORN);
  }
}
