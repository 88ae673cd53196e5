package tapwright.server.app.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.account.SignInGuard.Attempt;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.account.Account;
import tapwright.server.record.account.AccountSeal;
import tapwright.server.record.account.CodeCheck;
import tapwright.server.record.account.PasswordSeal;

/** What people change of their own accounts, each time with the password they have now. */
public final class OwnAccount {

  /** What apps on phones show above the codes. */
  private static final String ISSUER = "Tapwright";

  private final Ledger ledger;
  private final PasswordSeal passwords;
  private final CodeCheck codes;
  private final AccountSeal seal;
  private final SecondFactor secondFactor;
  private final SignInGuard guard;
  private final InstantSource clock;

  public OwnAccount(Ledger ledger, AccountMeans means, InstantSource clock) {
    this.ledger = ledger;
    this.passwords = means.passwords();
    this.codes = means.codes();
    this.seal = means.seal();
    this.secondFactor = new SecondFactor(means);
    this.guard = new SignInGuard(means.seal());
    this.clock = clock;
  }

  /**
   * Somebody who is signed in and says so once more.
   *
   * @param password the one of now
   * @param address from where it is asked
   */
  public record Own(Caller caller, String password, String address) {

    private Attempt attempt() {
      return new Attempt(caller.seller(), caller.name(), address);
    }

    /** Says who, and not with what. */
    @Override
    public String toString() {
      return caller.id();
    }
  }

  /**
   * A secret for a phone, drawn and not yet in use.
   *
   * @param base32 as it is typed
   * @param uri as a QR code says it
   */
  public record Setup(String base32, String uri) {

    /** Says nothing of the secret. */
    @Override
    public String toString() {
      return "Setup";
    }
  }

  /** Whether a password opens the account: where a provider vouches for people, none may. */
  public CompletableFuture<Boolean> hasPassword(Caller caller) {
    return ledger.read(
        caller.seller(),
        records ->
            records
                .accounts()
                .byId(caller.seller(), caller.id())
                .map(account -> account.proof().hasPassword())
                .orElse(false));
  }

  /** Another password; all of the person's sessions end, this one too. */
  public CompletableFuture<Answer<Boolean>> changePassword(Own own, String password) {
    Optional<Refusal> refusal = PasswordRules.refusal(password, own.caller().name());
    return refusal.isPresent()
        ? done(Answer.refused(refusal.get()))
        : proved(
            own,
            compared -> passwords.keep(password).thenCompose(kept -> changed(own, compared, kept)));
  }

  private CompletableFuture<Answer<Boolean>> changed(
      Own own, Optional<String> compared, Optional<String> kept) {
    return kept.isEmpty()
        ? done(Answer.refused(AccountRefusal.SIGN_IN_BUSY.with()))
        : ledger.write(
            own.caller().seller(),
            records ->
                proven(records, own, compared)
                    .map(account -> changed(records, account, kept.get()))
                    .orElseGet(() -> Answer.refused(AccountRefusal.SIGN_IN_REFUSED.with())));
  }

  private static Answer<Boolean> changed(Records records, Account account, String kept) {
    records.accounts().update(account.with(account.proof().withPassword(kept)));
    records.sessions().endAll(account.seller(), account.id());
    return Answer.done(true);
  }

  /** A secret for the person's phone; nothing asks for its codes yet. */
  public Setup beginCodes(Caller caller) {
    Bytes secret = codes.drawSecret();
    return new Setup(codes.base32(secret), codes.uri(secret, ISSUER, caller.name()));
  }

  /**
   * From now on codes of the secret are asked for, since the phone has shown one.
   *
   * @return codes for the day when the phone is lost, which are shown this once
   */
  public CompletableFuture<Answer<List<String>>> setUpCodes(Own own, String base32, String code) {
    Optional<Bytes> secret = codes.secret(base32);
    return secret.isEmpty()
        ? done(Answer.refused(AccountRefusal.CODE_SETUP_REFUSED.with()))
        : proved(
            own,
            compared ->
                ledger.write(
                    own.caller().seller(),
                    records ->
                        proven(records, own, compared)
                            .map(account -> setUp(records, account, secret.get(), code))
                            .orElseGet(
                                () -> Answer.refused(AccountRefusal.SIGN_IN_REFUSED.with()))));
  }

  private Answer<List<String>> setUp(Records records, Account account, Bytes secret, String code) {
    OptionalLong step = codes.step(secret, code.replaceAll("\\s", ""), clock.instant(), 0);
    if (step.isEmpty()) {
      return Answer.refused(AccountRefusal.CODE_REFUSED.with());
    }
    Bytes sealed = seal.sealCodes(secret, account.seller(), account.id());
    records
        .accounts()
        .update(account.with(account.proof().withSecret(Optional.of(sealed), step.getAsLong())));
    List<String> recovery = secondFactor.drawRecoveryCodes();
    secondFactor.keep(records, account, recovery);
    return Answer.done(recovery);
  }

  /** The account, unless it was disabled or given another password while this one was compared. */
  private static Optional<Account> proven(Records records, Own own, Optional<String> compared) {
    return records
        .accounts()
        .byId(own.caller().seller(), own.caller().id())
        .filter(Account::isEnabled)
        .filter(account -> Optional.of(account.proof().password()).equals(compared));
  }

  private record Begun(Optional<Duration> pause, Optional<String> kept) {}

  /** Does it for who knows the password; guesses are braked like those of who signs in. */
  private <T> CompletableFuture<Answer<T>> proved(
      Own own, Function<Optional<String>, CompletableFuture<Answer<T>>> work) {
    return ledger
        .write(own.caller().seller(), records -> begun(records, own))
        .thenCompose(
            begun ->
                begun
                    .pause()
                    .map(pause -> done(SignIn.<T>braked(pause)))
                    .orElseGet(() -> compared(own, begun.kept(), work)));
  }

  private Begun begun(Records records, Own own) {
    Instant now = clock.instant();
    return new Begun(
        guard.charge(records, own.attempt(), now),
        records
            .accounts()
            .byId(own.caller().seller(), own.caller().id())
            .map(account -> account.proof().password()));
  }

  private <T> CompletableFuture<Answer<T>> compared(
      Own own,
      Optional<String> kept,
      Function<Optional<String>, CompletableFuture<Answer<T>>> work) {
    return passwords
        .compare(own.password(), kept)
        .thenCompose(
            match ->
                switch (match) {
                  case BUSY -> done(Answer.<T>refused(AccountRefusal.SIGN_IN_BUSY.with()));
                  case WRONG -> done(Answer.<T>refused(AccountRefusal.SIGN_IN_REFUSED.with()));
                  case RIGHT, RIGHT_OUTDATED ->
                      forgiven(own).thenCompose(forgiven -> work.apply(kept));
                });
  }

  private CompletableFuture<Boolean> forgiven(Own own) {
    return ledger.write(
        own.caller().seller(),
        records -> {
          guard.forgive(records, own.attempt(), clock.instant());
          return true;
        });
  }

  private static <T> CompletableFuture<T> done(T answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
