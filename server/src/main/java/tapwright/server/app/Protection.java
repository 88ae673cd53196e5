package tapwright.server.app;

import java.util.Optional;
import tapwright.core.Bytes;

/**
 * What shall be done to a card's chip once it was read back.
 *
 * @param lock whether it becomes read-only for ever
 * @param sealed its secrets, readable by {@link SecretSeal} only; absent for none
 */
public record Protection(boolean lock, Optional<Bytes> sealed) {}
