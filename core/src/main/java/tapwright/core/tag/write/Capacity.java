package tapwright.core.tag.write;

import java.util.Arrays;
import java.util.stream.Collectors;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.TagIdentity;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.memory.NdefSlot;

/** Whether a message fits a tag, and what it would fit if not. */
public final class Capacity {

  private Capacity() {}

  /** The slot, when the message fits it. */
  static Checked<NdefSlot> check(TagIdentity identity, NdefSlot slot, Bytes message) {
    int capacity = slot.capacityBytes();
    if (message.size() <= capacity) {
      return Checked.passed(slot);
    }
    return Checked.refused(
        TagRefusal.MESSAGE_TOO_LONG.with(
            "bytes", message.size(),
            "over", message.size() - capacity,
            "model", identity.name(),
            "allowed", capacity,
            "fitting", fitting(message.size())));
  }

  /** The models that hold a message of this size, in words. */
  public static String fitting(int bytes) {
    String models =
        Arrays.stream(TagModel.values())
            .filter(model -> model.capacityBytes() >= bytes)
            .map(model -> model.label() + " (" + model.capacityBytes() + ")")
            .collect(Collectors.joining(", "));
    return models.isEmpty() ? "it fits no known chip" : "it fits " + models;
  }
}
