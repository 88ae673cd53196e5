package tapwright.server.app.claim;

import java.util.Optional;
import tapwright.server.record.claim.EvidenceFile;

/**
 * A file that came with a claim, as people see it.
 *
 * @param name what its sender called it; empty once nobody can read it any more
 */
public record EvidenceView(EvidenceFile file, Optional<String> name) {}
