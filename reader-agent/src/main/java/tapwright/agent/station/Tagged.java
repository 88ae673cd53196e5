package tapwright.agent.station;

import tapwright.core.tag.Uid;

/**
 * A card as staff tell it from others.
 *
 * @param uid its chip's UID
 * @param model its chip's model, as {@code NTAG215}
 */
public record Tagged(Uid uid, String model) {}
