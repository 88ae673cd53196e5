package tapwright.server.app.provider;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.app.account.OpenedSession;
import tapwright.server.app.account.ReturnGuard;
import tapwright.server.app.account.SignIn;
import tapwright.server.app.provider.ProviderWire.Entrance;
import tapwright.server.app.provider.ProviderWire.Redemption;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.provider.IdentityProvider;

/**
 * Lets a person in who comes back from an identity provider.
 *
 * <p>What is checked without asking anybody comes first: where the sign-in was begun, then what the
 * provider says in the address, then how many came back in vain. Only then is the code redeemed.
 */
public final class ReturnFromProvider {

  private final Ledger ledger;
  private final ProviderMeans means;
  private final ReturnGuard guard;
  private final AdmitIdentity admit;
  private final InstantSource clock;

  public ReturnFromProvider(
      Ledger ledger, ProviderMeans means, ReturnGuard guard, AdmitIdentity admit) {
    this.ledger = ledger;
    this.means = means;
    this.guard = guard;
    this.admit = admit;
    this.clock = admit.clock();
  }

  /**
   * A browser that came back.
   *
   * @param authority the host that it asks
   * @param kept what it kept of the sign-in that it began
   * @param address from where it comes
   */
  public record Arrival(String authority, String kept, Said said, String address) {

    /** Says nothing of what it kept. */
    @Override
    public String toString() {
      return "arrival";
    }
  }

  /**
   * What the provider says in the address; empty texts for what it does not say.
   *
   * @param error why it gives no code (RFC 6749 section 4.1.2.1)
   * @param issuer who says so (RFC 9207)
   */
  public record Said(String state, String code, String error, String issuer) {

    /** Says nothing of the code. */
    @Override
    public String toString() {
      return "said";
    }
  }

  /**
   * A person who is in.
   *
   * @param next where they wanted to go
   */
  public record Entered(OpenedSession session, String next) {}

  /** Opens a session for whom the provider vouches for. */
  public CompletableFuture<Answer<Entered>> enter(Arrival arrival) {
    Optional<BegunSignIn> begun =
        means
            .seal()
            .signed(arrival.kept())
            .flatMap(BegunSignIn::parse)
            .filter(one -> one.isFreshAt(clock.instant()))
            .filter(one -> one.drawn().isState(arrival.said().state()));
    return begun.isEmpty() ? refused(foreign()) : enter(arrival, begun.get());
  }

  private static Refusal foreign() {
    return ProviderRefusal.STATE_REFUSED.with("minutes", BegunSignIn.GOOD_FOR.toMinutes());
  }

  private static Refusal notGood(String what) {
    return ProviderRefusal.ANSWER_REFUSED.with("what", what);
  }

  private static <T> CompletableFuture<Answer<T>> refused(Refusal refusal) {
    return CompletableFuture.completedFuture(Answer.refused(refusal));
  }

  /** A sign-in that has come back to where it was begun, at the provider of then. */
  private record Back(Arrival arrival, BegunSignIn begun, URI place, IdentityProvider provider) {}

  private CompletableFuture<Answer<Entered>> enter(Arrival arrival, BegunSignIn begun) {
    return ledger
        .readAcrossSellers(records -> back(records, arrival, begun))
        .thenCompose(back -> back.isEmpty() ? refused(foreign()) : heard(back.get()));
  }

  private Optional<Back> back(Records records, Arrival arrival, BegunSignIn begun) {
    return means
        .hosts()
        .at(records, arrival.authority())
        .filter(place -> place.seller().equals(begun.seller()))
        .flatMap(
            place ->
                records
                    .forSeller(place.seller(), () -> records.providers().of(place.seller()))
                    .filter(provider -> provider.issuer().equals(begun.issuer()))
                    .map(provider -> new Back(arrival, begun, place.back(), provider)));
  }

  private CompletableFuture<Answer<Entered>> heard(Back back) {
    Said said = back.arrival().said();
    if (!said.issuer().isEmpty() && !said.issuer().equals(back.begun().issuer().toString())) {
      return refused(notGood("it names another issuer"));
    }
    if (said.error().equals("access_denied")) {
      return refused(ProviderRefusal.DENIED.with());
    }
    if (!said.error().isEmpty() || said.code().isEmpty()) {
      return refused(notGood("it carries no code"));
    }
    return charged(back)
        .thenCompose(
            pause ->
                pause.isPresent()
                    ? CompletableFuture.completedFuture(SignIn.braked(pause.get()))
                    : redeemed(back));
  }

  private CompletableFuture<Optional<Duration>> charged(Back back) {
    Instant now = clock.instant();
    return ledger.write(
        back.begun().seller(), records -> guard.charge(records, back.arrival().address(), now));
  }

  private CompletableFuture<Answer<Entered>> redeemed(Back back) {
    return then(
        means.wire().entrance(back.begun().issuer()),
        entrance ->
            isUnnamed(back, entrance)
                ? refused(notGood("it does not name its issuer"))
                : then(
                    means.wire().redeem(redemption(back)),
                    identity -> then(admit(back, identity), entered -> entered(back, entered))));
  }

  private static boolean isUnnamed(Back back, Entrance entrance) {
    return entrance.namesItself() && back.arrival().said().issuer().isEmpty();
  }

  private Redemption redemption(Back back) {
    String secret =
        back.provider()
            .client()
            .sealedSecret()
            .map(kept -> means.seal().openSecret(kept, back.begun().seller()))
            .orElse("");
    return new Redemption(
        back.provider(), secret, back.place(), back.arrival().said().code(), back.begun());
  }

  private CompletableFuture<Answer<OpenedSession>> admit(Back back, Identity identity) {
    String secret = means.secrets().draw().get();
    return ledger.write(
        back.begun().seller(),
        records ->
            // Neither removed nor changed while the provider was asked.
            records.providers().of(back.begun().seller()).filter(back.provider()::equals).isEmpty()
                ? Answer.refused(foreign())
                : admitted(records, back, identity, secret));
  }

  private Answer<OpenedSession> admitted(
      Records records, Back back, Identity identity, String secret) {
    Answer<OpenedSession> answer =
        admit.admit(
            records, back.provider(), identity, new AdmitIdentity.Secret(secret, means.secrets()));
    if (answer instanceof Answer.Done<OpenedSession>) {
      guard.forgive(records, back.arrival().address(), clock.instant());
    }
    return answer;
  }

  private static CompletableFuture<Answer<Entered>> entered(Back back, OpenedSession session) {
    return CompletableFuture.completedFuture(
        Answer.done(new Entered(session, back.begun().next())));
  }

  private static <T, R> CompletableFuture<Answer<R>> then(
      CompletableFuture<Answer<T>> first, Function<T, CompletableFuture<Answer<R>>> next) {
    return first.thenCompose(
        answer ->
            switch (answer) {
              case Answer.Done<T> done -> next.apply(done.value());
              case Answer.Refused<T> refused -> refused(refused.refusal());
            });
  }
}
