package tapwright.server.record.claim;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.policy.fact.Evidence;

/**
 * A file that came with a claim.
 *
 * @param id our key
 * @param kind what it is evidence of
 * @param content what is known of what is in it
 * @param name what its sender called it; empty once nobody can read it any more
 */
public record EvidenceFile(
    String id,
    Evidence kind,
    Content content,
    Optional<SealedText> name,
    String addedBy,
    Instant addedAt) {

  /**
   * What is known of a file's bytes.
   *
   * @param mediaType as its first bytes say
   * @param sha256 of the bytes as they came
   */
  public record Content(String mediaType, int sizeBytes, Bytes sha256) {}
}
