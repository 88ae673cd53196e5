package tapwright.server.app.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.server.app.Answer;
import tapwright.server.app.account.SignInGuard.Attempt;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.account.Account;
import tapwright.server.record.account.PasswordSeal;
import tapwright.server.record.account.PasswordSeal.Match;

/**
 * Lets a person in by name, password and, where the account asks for one, a code.
 *
 * <p>An unknown name, a wrong password, a wrong code and an account that is disabled are answered
 * with the same words after the same work.
 */
public final class SignIn {

  private final Ledger ledger;
  private final PasswordSeal passwords;
  private final SecondFactor secondFactor;
  private final SignInGuard guard;
  private final SessionSecrets secrets;
  private final InstantSource clock;

  public SignIn(Ledger ledger, AccountMeans means, InstantSource clock) {
    this.ledger = ledger;
    this.passwords = means.passwords();
    this.secondFactor = new SecondFactor(means);
    this.guard = new SignInGuard(means.seal());
    this.secrets = means.secrets();
    this.clock = clock;
  }

  /**
   * Opens a session.
   *
   * @param address from where it is asked
   */
  public CompletableFuture<Answer<OpenedSession>> signIn(Credentials shown, String address) {
    Attempt attempt = new Attempt(shown.seller(), shown.name(), address);
    return ledger
        .write(attempt.seller(), records -> begun(records, attempt))
        .thenCompose(begun -> judged(begun, attempt, shown));
  }

  /** Braked, or the account whose password is to be compared. */
  private record Begun(Optional<Duration> pause, Optional<Account> account) {}

  private Begun begun(Records records, Attempt attempt) {
    Optional<Duration> pause = guard.charge(records, attempt, clock.instant());
    return new Begun(pause, records.accounts().find(attempt.seller(), attempt.name()));
  }

  private CompletableFuture<Answer<OpenedSession>> judged(
      Begun begun, Attempt attempt, Credentials shown) {
    if (begun.pause().isPresent()) {
      return refused(braked(begun.pause().get()));
    }
    Optional<String> kept = begun.account().map(account -> account.proof().password());
    return passwords
        .compare(shown.password(), kept)
        .thenCompose(
            match ->
                switch (match) {
                  case BUSY -> refused(Answer.refused(AccountRefusal.SIGN_IN_BUSY.with()));
                  case WRONG -> refused(Answer.refused(AccountRefusal.SIGN_IN_REFUSED.with()));
                  case RIGHT, RIGHT_OUTDATED ->
                      renewed(match, shown)
                          .thenCompose(renewed -> opened(attempt, shown, kept, renewed));
                });
  }

  private static <T> CompletableFuture<T> refused(T answer) {
    return CompletableFuture.completedFuture(answer);
  }

  /** What is answered to who has to wait. */
  public static <T> Answer<T> braked(Duration pause) {
    return Answer.refused(
        AccountRefusal.SIGN_IN_BRAKED.with("seconds", pause.plusMillis(999).toSeconds()));
  }

  /** What is to be kept of the password from now on, where more is asked of hashes than was. */
  private CompletableFuture<Optional<String>> renewed(Match match, Credentials shown) {
    return match == Match.RIGHT_OUTDATED
        ? passwords.keep(shown.password())
        : CompletableFuture.completedFuture(Optional.empty());
  }

  private CompletableFuture<Answer<OpenedSession>> opened(
      Attempt attempt, Credentials shown, Optional<String> compared, Optional<String> renewed) {
    String secret = secrets.draw().get();
    return ledger.write(
        attempt.seller(),
        records ->
            records
                .accounts()
                .find(attempt.seller(), attempt.name())
                // Neither disabled nor given another password while this one was compared.
                .filter(Account::isEnabled)
                .filter(account -> Optional.of(account.proof().password()).equals(compared))
                .flatMap(account -> secondFactor.passed(records, account, shown.code(), now()))
                .map(account -> opened(records, withPassword(account, renewed), attempt, secret))
                .orElseGet(() -> Answer.refused(AccountRefusal.SIGN_IN_REFUSED.with())));
  }

  private Instant now() {
    return clock.instant();
  }

  private static Account withPassword(Account account, Optional<String> renewed) {
    return renewed.map(kept -> account.with(account.proof().withPassword(kept))).orElse(account);
  }

  private Answer<OpenedSession> opened(
      Records records, Account account, Attempt attempt, String secret) {
    guard.forgive(records, attempt, now());
    records.accounts().update(account);
    RunSessions.open(records, account, secrets.hash().apply(secret), now());
    return Answer.done(new OpenedSession(secret, RunSessions.caller(account)));
  }
}
