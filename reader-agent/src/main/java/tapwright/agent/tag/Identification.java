package tapwright.agent.tag;

import java.util.Optional;
import tapwright.core.Checked;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.Uid;

/**
 * A tag as it says who it is.
 *
 * @param uid as read, even when its check bytes do not fit
 * @param tag what was read of it, or why it is not taken
 * @param foreign what was read of one that is not taken, for who only looks
 * @param hidden the chip of one that hides its first pages before its password
 */
public record Identification(
    Uid uid, Checked<TagSnapshot> tag, Optional<TagSnapshot> foreign, Optional<TagModel> hidden) {

  Identification(Uid uid, Checked<TagSnapshot> tag) {
    this(uid, tag, Optional.empty(), Optional.empty());
  }
}
