package tapwright.server.store.claim;

import java.util.Optional;
import tapwright.core.claim.Decider;
import tapwright.core.policy.Money;
import tapwright.server.record.claim.ClaimFile;
import tapwright.server.store.sql.Json;
import tapwright.server.store.sql.Sql;

/**
 * How much money goes back by the word in force on claims. A file says so beside its word, but
 * nodes of earlier versions change the word alone: then what decided says it, which every version
 * keeps.
 */
final class GrantedSums {

  private final Sql sql;

  GrantedSums(Sql sql) {
    this.sql = sql;
  }

  /**
   * A file as it was read.
   *
   * @param sure whether its sum was written with its word
   */
  record Read(ClaimFile file, boolean sure) {}

  /** The file with the sum that its word grants. */
  ClaimFile sure(Read read) {
    ClaimFile file = read.file();
    return read.sure() ? file : file.granting(said(file).flatMap(Money::parse));
  }

  private Optional<String> said(ClaimFile file) {
    return saying(file).flatMap(json -> Json.field(json, "amount"));
  }

  private Optional<String> saying(ClaimFile file) {
    if (file.standing().by() != Decider.ENGINE) {
      return lastRuling(file);
    }
    return file.standing().decision() == ClaimFile.FIRST ? first(file) : later(file);
  }

  private Optional<String> lastRuling(ClaimFile file) {
    return sql.one(
        "SELECT detail FROM trail WHERE area = 'claim' AND subject_id = ? AND seller = ?"
            + " AND kind IN ('ruled', 'overridden') ORDER BY number DESC LIMIT 1",
        row -> row.text("detail"),
        file.claimId(),
        file.seller().value());
  }

  private Optional<String> first(ClaimFile file) {
    return sql.one(
        "SELECT shown FROM claim WHERE card_id = ? AND claim_id = ? AND seller = ?",
        row -> row.text("shown"),
        file.card().value(),
        file.claimId(),
        file.seller().value());
  }

  private Optional<String> later(ClaimFile file) {
    return sql.one(
        "SELECT shown FROM claim_decision WHERE card_id = ? AND claim_id = ? AND seller = ?"
            + " AND number = ?",
        row -> row.text("shown"),
        file.card().value(),
        file.claimId(),
        file.seller().value(),
        file.standing().decision());
  }
}
