package tapwright.server.record.claim;

import java.util.List;
import java.util.Optional;

/** The files on record that came with claims. */
public interface EvidenceFiles {

  /** Keeps a file; both its name and its content must be under one key. */
  void add(StoredClaim claim, EvidenceFile file, SealedText content);

  /** The files of the claim, in the order in which they came. */
  List<EvidenceFile> of(StoredClaim claim);

  /** What is in the file; empty once nobody can read it any more. */
  Optional<SealedText> content(StoredClaim claim, String evidenceId);
}
