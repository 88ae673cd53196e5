package tapwright.server.app.provider;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.Shown;
import tapwright.server.app.account.RunAccounts;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.account.Account;
import tapwright.server.record.provider.IdentityProvider;
import tapwright.server.record.provider.ProviderSeal;
import tapwright.server.record.provider.Subject;

/** Binds accounts that are there already to subjects of their seller's identity provider. */
public final class BindAccounts {

  /** OpenID Connect Core 1.0 section 2, {@code sub}. */
  static final int LONGEST_SUBJECT = 255;

  private final Ledger ledger;
  private final ProviderSeal seal;
  private final InstantSource clock;

  public BindAccounts(Ledger ledger, ProviderSeal seal, InstantSource clock) {
    this.ledger = ledger;
    this.seal = seal;
    this.clock = clock;
  }

  /** From now on whoever is this subject signs in as the account, and nobody else by provider. */
  public CompletableFuture<Answer<Account>> bind(SellerId seller, String name, String subject) {
    if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
      return CompletableFuture.completedFuture(
          Answer.refused(
              ProviderRefusal.SETTING_INVALID.with(
                  "setting",
                  "--subject",
                  "seen",
                  Shown.of(subject),
                  "allowed",
                  "1 to " + LONGEST_SUBJECT + " characters")));
    }
    return ledger.write(
        seller, records -> withAccount(records, seller, name, one -> bound(records, one, subject)));
  }

  private Answer<Account> bound(Records records, Account account, String subject) {
    Optional<IdentityProvider> provider = records.providers().of(account.seller());
    if (provider.isEmpty()) {
      return Answer.refused(ProviderRefusal.PROVIDER_MISSING.with("seller", account.seller()));
    }
    Bytes mark = seal.mark(provider.get().issuer(), subject);
    Optional<Subject> other =
        records
            .providers()
            .subject(account.seller(), mark)
            .filter(one -> !one.account().equals(account.id()));
    if (other.isPresent()) {
      return Answer.refused(
          ProviderRefusal.SUBJECT_TAKEN.with("account", name(records, other.get())));
    }
    free(records, account);
    records.providers().bind(new Subject(account.id(), account.seller(), mark, clock.instant()));
    return Answer.done(account);
  }

  private static String name(Records records, Subject subject) {
    return records
        .accounts()
        .byId(subject.seller(), subject.account())
        .map(Account::name)
        .orElse("another account");
  }

  /** Nobody signs in as the account by provider any more, and whoever did is out. */
  public CompletableFuture<Answer<Account>> unbind(SellerId seller, String name) {
    return ledger.write(
        seller,
        records ->
            withAccount(
                records,
                seller,
                name,
                account -> {
                  free(records, account);
                  return Answer.done(account);
                }));
  }

  private static void free(Records records, Account account) {
    if (records.providers().unbind(account.seller(), account.id())) {
      records.sessions().endAll(account.seller(), account.id());
    }
  }

  /** What is done with an account. */
  @FunctionalInterface
  private interface OfAccount {
    Answer<Account> of(Account account);
  }

  private static Answer<Account> withAccount(
      Records records, SellerId seller, String name, OfAccount work) {
    return records
        .accounts()
        .find(seller, name.strip().toLowerCase(Locale.ROOT))
        .map(work::of)
        .orElseGet(() -> Answer.refused(RunAccounts.unknown(records, seller, name)));
  }
}
