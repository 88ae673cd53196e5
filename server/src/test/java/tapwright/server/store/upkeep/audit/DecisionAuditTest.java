package tapwright.server.store.upkeep.audit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions, what people read of them, and what came with claims, changed beside the program. */
class DecisionAuditTest extends TamperedRecord {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          DECISIONS   ; UPDATE claim_decision SET facts = CAST('nothing' AS BYTES) ; decision 2, of card
          DECISIONS   ; UPDATE claim_decision SET decision = facts ; decision 2, of card
          DECISIONS   ; UPDATE claim_decision SET shown = replace(shown, 'missing', 'amount') ; shown: not what was decided
          DECISIONS   ; UPDATE claim SET shown = '{}' ; shown: not what was decided
          DECISIONS   ; UPDATE claim SET shown = 'null' ; shown: not what was decided
          DECISIONS   ; UPDATE claim SET explanation = 'A full refund.' ; explanation: not the words for
          DECISIONS   ; UPDATE claim_decision SET explanation = '' ; explanation: not the words for
          DECISIONS   ; UPDATE claim SET reason = 'defective' ; reason: defective, not unused as was decided
          DECISIONS   ; UPDATE claim SET pack_hash = 'other' ; packSha256: other, not
          DECISIONS CLAIM_FILES ; UPDATE claim_decision SET outcome = 'full-refund' ; outcome: full-refund, not
          CLAIM_FILES ; UPDATE claim_file SET granted = '9.00 INR' WHERE granted IS NOT NULL ; granted: 9.00 INR, not 49.00 INR as
          CLAIM_FILES ; UPDATE claim_file SET granted = '9.00 INR' WHERE granted IS NULL ; granted: 9.00 INR, not nothing as
          CLAIM_FILES ; UPDATE claim_evidence SET sha256 = CAST('x' AS BYTES) ; sha256: 78, not
          CLAIM_FILES ; UPDATE claim_evidence SET sealed_content = CAST('x' AS BYTES) ; content as it is sealed: 2D711642B726
          CLAIM_FILES ; UPDATE claim_evidence SET kind = 'receipt' ; kind: receipt, not photo-product as
          CLAIM_FILES ; DELETE FROM claim_evidence ; sha256: nothing, not
          CLAIM_FILES MONEY_BOOKS ; DELETE FROM refund ; on record as its entries tell
          """)
  void whatWasChangedBesideTheProgram_isNamedWithBothValues(
      String checks, String statement, String named) {
    assertNamed(checks, statement, named);
  }
}
