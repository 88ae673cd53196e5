package tapwright.core.claim;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import tapwright.core.policy.Word;

/** What an inspection of goods that came back found. */
public enum Verdict implements Word {
  WORKS,
  DEFECTIVE,
  /** Somebody worked on it who should not have. */
  TAMPERED,
  /** It is not what was sold. */
  NOT_OURS,
  UNKNOWN;

  /**
   * What policies may decide on by it, by the names of facts. A defect tells nothing of whose doing
   * it is; tampering does.
   */
  public Map<String, String> facts() {
    return switch (this) {
      case WORKS -> Map.of("chipTest", "passes");
      case DEFECTIVE -> Map.of("chipTest", "fails");
      case TAMPERED -> Map.of("cause", "customer");
      case NOT_OURS, UNKNOWN -> Map.of();
    };
  }

  /** What may become of goods that were found so. */
  public Set<Disposition> allowed() {
    return switch (this) {
      case WORKS -> EnumSet.allOf(Disposition.class);
      case DEFECTIVE, TAMPERED, UNKNOWN -> EnumSet.of(Disposition.SCRAP, Disposition.SEND_BACK);
      // what was never the seller's is not the seller's to destroy
      case NOT_OURS -> EnumSet.of(Disposition.SEND_BACK);
    };
  }
}
