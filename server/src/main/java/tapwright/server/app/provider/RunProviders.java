package tapwright.server.app.provider;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.access.RunTokens;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.provider.IdentityProvider;
import tapwright.server.record.provider.IdentityProvider.Client;
import tapwright.server.record.provider.ProviderSeal;
import tapwright.server.record.seller.Seller;

/** Sets up sellers' identity providers, as whoever runs the server does. */
public final class RunProviders {

  private final Ledger ledger;
  private final ProviderSeal seal;
  private final InstantSource clock;

  public RunProviders(Ledger ledger, ProviderSeal seal, InstantSource clock) {
    this.ledger = ledger;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * A provider as it may be shown.
   *
   * @param back where it must be let send people back to; absent where the server's own host is
   *     meant, which its settings name
   */
  public record SetUp(IdentityProvider provider, Optional<URI> back) {}

  /** What the seller has set up. */
  public CompletableFuture<Answer<SetUp>> show(SellerId seller) {
    return ofSeller(seller, (records, known) -> shown(records, known));
  }

  /** From now on the seller's people may sign in there. */
  public CompletableFuture<Answer<SetUp>> set(SellerId seller, ProviderWish wish) {
    return switch (wish.terms()) {
      case Answer.Refused<ProviderWish.Terms> refused ->
          CompletableFuture.completedFuture(Answer.refused(refused.refusal()));
      case Answer.Done<ProviderWish.Terms>(ProviderWish.Terms terms) ->
          ofSeller(seller, (records, known) -> set(records, known, wish, terms));
    };
  }

  private Answer<SetUp> set(
      Records records, Seller seller, ProviderWish wish, ProviderWish.Terms terms) {
    if (!SellerHosts.hasPages(seller)) {
      return Answer.refused(ProviderRefusal.HOST_MISSING.with("seller", seller.id()));
    }
    Optional<IdentityProvider> before = records.providers().of(seller.id());
    Optional<IdentityProvider> same =
        before
            .filter(one -> one.issuer().equals(terms.issuer()))
            .filter(one -> one.client().id().equals(wish.clientId()));
    if (before.isPresent() && same.isEmpty()) {
      endSessions(records, seller.id());
    }
    Optional<Bytes> secret =
        wish.secret()
            .map(text -> seal.sealSecret(text, seller.id()))
            // What stays the client's need not be typed again.
            .or(() -> same.flatMap(one -> one.client().sealedSecret()));
    records
        .providers()
        .set(
            new IdentityProvider(
                seller.id(),
                wish.name(),
                terms.issuer(),
                new Client(wish.clientId(), secret, wish.scope()),
                terms.admission()),
            clock.instant());
    return shown(records, seller);
  }

  /** Nobody signs in there any more, and whoever did is out. */
  public CompletableFuture<Answer<SetUp>> remove(SellerId seller) {
    return ofSeller(
        seller,
        (records, known) -> {
          Answer<SetUp> was = shown(records, known);
          records.providers().remove(seller);
          endSessions(records, seller);
          return was;
        });
  }

  private static void endSessions(Records records, SellerId seller) {
    records
        .providers()
        .subjects(seller)
        .forEach(subject -> records.sessions().endAll(seller, subject.account()));
  }

  private Answer<SetUp> shown(Records records, Seller seller) {
    return records
        .providers()
        .of(seller.id())
        .map(provider -> new SetUp(provider, SellerHosts.ownBack(seller)))
        .map(Answer::done)
        .orElseGet(
            () -> Answer.refused(ProviderRefusal.PROVIDER_MISSING.with("seller", seller.id())));
  }

  /** A part of a work about one seller. */
  @FunctionalInterface
  private interface OfSeller {
    Answer<SetUp> of(Records records, Seller seller);
  }

  private CompletableFuture<Answer<SetUp>> ofSeller(SellerId id, OfSeller work) {
    Function<Records, Answer<SetUp>> whole =
        records ->
            records
                .sellers()
                .find(id)
                .map(seller -> records.forSeller(id, () -> work.of(records, seller)))
                .orElseGet(() -> Answer.refused(RunTokens.unknown(records, id)));
    return ledger.writeAcrossSellers(whole);
  }
}
