package tapwright.agent.tag;

import tapwright.core.Checked;
import tapwright.core.tag.Uid;
import tapwright.core.tag.type4.Type4Container;
import tapwright.core.tag.type4.Type4Model;

/**
 * A Type 4 tag as it says who it is.
 *
 * @param model which chip
 * @param uid as the reader found it, or as the chip itself tells it
 * @param container what its capability container file says, or why it is not taken
 */
public record Type4Identification(Type4Model model, Uid uid, Checked<Type4Container> container) {}
