package tapwright.server.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tapwright.server.app.claim.EvidenceView;
import tapwright.server.record.claim.EvidenceFile;

/** A file that came with a claim as the API shows it. */
record EvidenceJson(
    String evidenceId,
    String kind,
    @Nullable String name,
    String mediaType,
    int sizeBytes,
    String sha256,
    String addedBy,
    Instant addedAt) {

  static EvidenceJson of(EvidenceView view) {
    EvidenceFile file = view.file();
    return new EvidenceJson(
        file.id(),
        file.kind().word(),
        view.name().orElse(null),
        file.content().mediaType(),
        file.content().sizeBytes(),
        file.content().sha256().toHex(),
        file.addedBy(),
        file.addedAt());
  }
}
