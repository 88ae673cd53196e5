package tapwright.server.app.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.IdSource;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.seller.Scope;
import tapwright.server.record.seller.Token;

/** Makes and revokes the tokens of stations and shops, and knows who shows one. */
public final class RunTokens {

  private final Ledger ledger;
  private final IdSource ids;
  private final InstantSource clock;

  public RunTokens(Ledger ledger, IdSource ids, InstantSource clock) {
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  /** Puts a new token on record by the hash of its secret. */
  public CompletableFuture<Answer<Token>> create(
      SellerId seller, Scope scope, String name, Bytes hash) {
    return ledger.write(
        records -> {
          if (records.sellers().find(seller).isEmpty()) {
            return Answer.refused(unknown(records, seller));
          }
          if (named(records, seller, name).isPresent()) {
            return Answer.refused(AppRefusal.TOKEN_NAME_TAKEN.with("name", Shown.of(name)));
          }
          Token token =
              new Token(ids.next(), seller, scope, name, hash, clock.instant(), Optional.empty());
          records.tokens().add(token);
          return Answer.done(token);
        });
  }

  /** From now on the token opens nothing. */
  public CompletableFuture<Answer<Token>> revoke(SellerId seller, String name) {
    return ledger.write(
        records -> {
          Optional<Token> token = named(records, seller, name);
          if (token.isEmpty()) {
            return Answer.refused(
                AppRefusal.TOKEN_UNKNOWN.with(
                    "name", Shown.of(name), "allowed", names(records, seller)));
          }
          records.tokens().revoke(token.get().id(), clock.instant());
          return Answer.done(token.get());
        });
  }

  public CompletableFuture<List<Token>> of(SellerId seller) {
    return ledger.read(records -> records.tokens().of(seller));
  }

  /** Who shows a secret with this hash; empty when it opens nothing or no longer. */
  public CompletableFuture<Optional<Caller>> callerWith(Bytes hash) {
    return ledger.read(
        records ->
            records
                .tokens()
                .byHash(hash)
                .filter(token -> token.revokedAt().isEmpty())
                .map(token -> new Caller(token.id(), token.name(), token.seller(), token.scope())));
  }

  private static Optional<Token> named(Records records, SellerId seller, String name) {
    return records.tokens().of(seller).stream()
        .filter(token -> token.name().equals(name))
        .findFirst();
  }

  private static String names(Records records, SellerId seller) {
    return records.tokens().of(seller).stream().map(Token::name).collect(Collectors.joining(", "));
  }

  private static Refusal unknown(Records records, SellerId seller) {
    return AppRefusal.SELLER_UNKNOWN.with(
        "seller",
        seller,
        "allowed",
        records.sellers().all().stream()
            .map(known -> known.id().value())
            .collect(Collectors.joining(", ")));
  }
}
