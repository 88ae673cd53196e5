package tapwright.server.app.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.IdSource;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.access.Role;
import tapwright.server.record.access.Token;

/** Makes and revokes the tokens of stations, shops and scripts. */
public final class RunTokens {

  private final Ledger ledger;
  private final IdSource ids;
  private final InstantSource clock;

  public RunTokens(Ledger ledger, IdSource ids, InstantSource clock) {
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What became of a token that was to be revoked.
   *
   * @param jobsGivenBack how many jobs its station had, which others may have now
   */
  public record Revoked(Token token, int jobsGivenBack) {}

  /** Puts a new token on record by the hash of its secret; it holds as long as is usual. */
  public CompletableFuture<Answer<Token>> create(
      SellerId seller, Role role, String name, Bytes hash) {
    return create(new MakeToken.Wanted(seller, role, name, TokenTerms.days(role)), hash);
  }

  /** As above, for so many days. */
  public CompletableFuture<Answer<Token>> create(MakeToken.Wanted wanted, Bytes hash) {
    return ledger.writeAcrossSellers(
        records ->
            records.sellers().find(wanted.seller()).isEmpty()
                ? Answer.refused(unknown(records, wanted.seller()))
                : records.forSeller(
                    wanted.seller(),
                    () -> MakeToken.make(records, wanted, ids.next(), hash, clock.instant())));
  }

  /**
   * From now on the token opens nothing, and what its station was to do is to be done by others.
   */
  public CompletableFuture<Answer<Revoked>> revoke(SellerId seller, String name) {
    return ledger.write(
        seller,
        records ->
            MakeToken.named(records, seller, name)
                .map(token -> Answer.done(revoke(records, token, clock.instant())))
                .orElseGet(
                    () ->
                        Answer.refused(
                            AppRefusal.TOKEN_UNKNOWN.with(
                                "name", Shown.of(name), "allowed", names(records, seller)))));
  }

  /** Revokes the token; one that was revoked before stays so since then. */
  static Revoked revoke(Records records, Token token, Instant now) {
    if (token.life().revokedAt().isEmpty()) {
      records.tokens().revoke(token.seller(), token.id(), now);
    }
    return new Revoked(token, records.jobs().giveBack(token.seller(), token.id()));
  }

  public CompletableFuture<List<Token>> of(SellerId seller) {
    return ledger.read(seller, records -> records.tokens().of(seller));
  }

  private static String names(Records records, SellerId seller) {
    return records.tokens().of(seller).stream().map(Token::name).collect(Collectors.joining(", "));
  }

  /** What is answered about a seller that is not there. */
  public static Refusal unknown(Records records, SellerId seller) {
    return AppRefusal.SELLER_UNKNOWN.with(
        "seller",
        seller,
        "allowed",
        records.sellers().all().stream()
            .map(known -> known.id().value())
            .collect(Collectors.joining(", ")));
  }
}
