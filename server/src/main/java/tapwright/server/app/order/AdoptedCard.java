package tapwright.server.app.order;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.card.CardState;
import tapwright.core.card.Slug;
import tapwright.core.tag.Uid;

/**
 * A card that is out already, as it can be put on record.
 *
 * @param model of its chip, as {@code NTAG215}; may be empty
 * @param state issued, active or revoked
 * @param activatedAt when it came into use, if it has
 * @param taps how often it was used before it was adopted
 * @param counter how far its chip's read counter had come by then
 */
record AdoptedCard(
    OrderLine order,
    Slug slug,
    Uid uid,
    String model,
    CardState state,
    Instant issuedAt,
    Optional<Instant> activatedAt,
    int taps,
    int counter,
    boolean locked) {}
