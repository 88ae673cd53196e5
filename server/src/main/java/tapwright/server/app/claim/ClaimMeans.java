package tapwright.server.app.claim;

import tapwright.core.policy.library.Packs;
import tapwright.server.app.IdSource;
import tapwright.server.record.claim.TextSeal;

/**
 * What claims are worked on with.
 *
 * @param packs the policies that decide
 * @param seal makes what customers wrote unreadable at rest
 */
public record ClaimMeans(Packs packs, IdSource ids, TextSeal seal, ClaimTerms terms) {}
