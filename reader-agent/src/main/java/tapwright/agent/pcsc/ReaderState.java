package tapwright.agent.pcsc;

import org.jspecify.annotations.Nullable;
import tapwright.core.tag.Uid;

/**
 * A reader as it stands.
 *
 * @param name as PC/SC gives it
 * @param tagPresent whether something is in its field
 * @param atr what it says that is; null where nothing is or another program holds it
 * @param uid the tag's UID, where the reader tells it
 */
public record ReaderState(String name, boolean tagPresent, @Nullable Atr atr, @Nullable Uid uid) {}
