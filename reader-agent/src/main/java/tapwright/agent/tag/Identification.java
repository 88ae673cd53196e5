package tapwright.agent.tag;

import tapwright.core.Checked;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.Uid;

/**
 * A tag as it says who it is.
 *
 * @param uid as read, even when its check bytes do not fit
 * @param tag what was read of it, or why it is not taken
 */
public record Identification(Uid uid, Checked<TagSnapshot> tag) {}
