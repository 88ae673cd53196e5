package tapwright.server.app.access;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Shown;
import tapwright.server.record.Records;
import tapwright.server.record.access.Role;
import tapwright.server.record.access.Token;
import tapwright.server.record.access.TokenLife;

/** Puts a token on record, under a name that no other of the seller has or had. */
public final class MakeToken {

  private MakeToken() {}

  /**
   * What is wanted.
   *
   * @param days how long it shall hold
   */
  public record Wanted(SellerId seller, Role role, String name, int days) {}

  /** Why no such token can be made, whatever is on record. */
  public static Optional<Refusal> refusal(Wanted wanted) {
    return TokenTerms.refusal(wanted.name(), wanted.days());
  }

  static Answer<Token> make(Records records, Wanted wanted, String id, Bytes hash, Instant now) {
    Optional<Refusal> wrong = refusal(wanted);
    if (wrong.isPresent()) {
      return Answer.refused(wrong.get());
    }
    if (named(records, wanted.seller(), wanted.name()).isPresent()) {
      return Answer.refused(AppRefusal.TOKEN_NAME_TAKEN.with("name", Shown.of(wanted.name())));
    }
    Token token =
        new Token(
            id,
            wanted.seller(),
            wanted.role(),
            wanted.name(),
            hash,
            TokenLife.between(now, now.plus(TokenTerms.life(wanted.days()))));
    records.tokens().add(token);
    return Answer.done(token);
  }

  static Optional<Token> named(Records records, SellerId seller, String name) {
    return records.tokens().of(seller).stream()
        .filter(token -> token.name().equals(name))
        .findFirst();
  }
}
