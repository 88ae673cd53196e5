package tapwright.server.app.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import tapwright.core.Refusal;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.IdSource;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.access.Role;
import tapwright.server.record.account.Account;
import tapwright.server.record.account.PasswordSeal;
import tapwright.server.record.account.Proof;

/** Makes people's accounts, changes them and shuts them. */
public final class RunAccounts {

  private final Ledger ledger;
  private final PasswordSeal passwords;
  private final SignInGuard guard;
  private final IdSource ids;
  private final InstantSource clock;

  public RunAccounts(Ledger ledger, AccountMeans means, IdSource ids, InstantSource clock) {
    this.ledger = ledger;
    this.passwords = means.passwords();
    this.guard = new SignInGuard(means.seal());
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A person who is to have an account.
   *
   * @param name in any case
   */
  public record Person(SellerId seller, String name, Role role) {
    public Person {
      name = name.strip().toLowerCase(Locale.ROOT);
    }
  }

  /** Gives the person an account. */
  public CompletableFuture<Answer<Account>> create(Person person, String password) {
    Optional<Refusal> refusal =
        nameRefusal(person.name())
            .or(() -> roleRefusal(person.role()))
            .or(() -> PasswordRules.refusal(password, person.name()));
    return refusal.isPresent()
        ? done(Answer.refused(refusal.get()))
        : kept(
            password, kept -> ledger.writeAcrossSellers(records -> created(records, person, kept)));
  }

  private Answer<Account> created(Records records, Person person, String kept) {
    return records.sellers().find(person.seller()).isEmpty()
        ? Answer.refused(sellerUnknown(records, person.seller()))
        : records.forSeller(person.seller(), () -> createdAt(records, person, kept));
  }

  private Answer<Account> createdAt(Records records, Person person, String kept) {
    if (records.accounts().find(person.seller(), person.name()).isPresent()) {
      return Answer.refused(AccountRefusal.ACCOUNT_TAKEN.with("account", person.name()));
    }
    Account account = account(person, Proof.ofPassword(kept));
    records.accounts().add(account);
    return Answer.done(account);
  }

  private Account account(Person person, Proof proof) {
    return new Account(
        ids.next(),
        person.seller(),
        person.name(),
        person.role(),
        proof,
        clock.instant(),
        Optional.empty());
  }

  /** The seller's accounts, by name. */
  public CompletableFuture<List<Account>> of(SellerId seller) {
    return ledger.read(seller, records -> records.accounts().of(seller));
  }

  /** Another password; whoever is signed in has to sign in anew. */
  public CompletableFuture<Answer<Account>> setPassword(
      SellerId seller, String name, String password) {
    Optional<Refusal> refusal = PasswordRules.refusal(password, name);
    return refusal.isPresent()
        ? done(Answer.refused(refusal.get()))
        : kept(
            password,
            kept ->
                changed(
                    seller,
                    name,
                    (records, account) -> {
                      endSessions(records, account);
                      guard.lift(records, seller, account.name());
                      return account.with(account.proof().withPassword(kept));
                    }));
  }

  /** From now on the account opens nothing, and whoever is signed in with it is out. */
  public CompletableFuture<Answer<Account>> disable(SellerId seller, String name) {
    return changed(
        seller,
        name,
        (records, account) -> {
          endSessions(records, account);
          return account.disabled(account.disabledAt().or(() -> Optional.of(clock.instant())));
        });
  }

  /** The account opens again what it opened before it was disabled. */
  public CompletableFuture<Answer<Account>> enable(SellerId seller, String name) {
    return changed(seller, name, (records, account) -> account.disabled(Optional.empty()));
  }

  /** Asks for no more codes: the phone is lost, and so are the recovery codes. */
  public CompletableFuture<Answer<Account>> resetCodes(SellerId seller, String name) {
    return changed(
        seller,
        name,
        (records, account) -> {
          endSessions(records, account);
          records.accounts().setRecoveryCodes(account, List.of());
          return account.with(account.proof().withSecret(Optional.empty(), 0));
        });
  }

  /** The person may do something else from the next request on. */
  public CompletableFuture<Answer<Account>> setRole(SellerId seller, String name, Role role) {
    Optional<Refusal> refusal = roleRefusal(role);
    return refusal.isPresent()
        ? done(Answer.refused(refusal.get()))
        : changed(seller, name, (records, account) -> account.with(role));
  }

  private static void endSessions(Records records, Account account) {
    records.sessions().endAll(account.seller(), account.id());
  }

  private CompletableFuture<Answer<Account>> changed(
      SellerId seller, String name, BiFunction<Records, Account, Account> change) {
    return ledger.write(
        seller,
        records -> {
          Optional<Account> known =
              records.accounts().find(seller, name.strip().toLowerCase(Locale.ROOT));
          if (known.isEmpty()) {
            return Answer.refused(unknown(records, seller, name));
          }
          Account changed = change.apply(records, known.get());
          records.accounts().update(changed);
          return Answer.done(changed);
        });
  }

  private CompletableFuture<Answer<Account>> kept(
      String password, Function<String, CompletableFuture<Answer<Account>>> then) {
    return passwords
        .keep(password)
        .thenCompose(
            kept ->
                kept.map(then)
                    .orElseGet(() -> done(Answer.refused(AccountRefusal.SIGN_IN_BUSY.with()))));
  }

  private static <T> CompletableFuture<T> done(T answer) {
    return CompletableFuture.completedFuture(answer);
  }

  private static Optional<Refusal> nameRefusal(String name) {
    return Account.isName(name)
        ? Optional.empty()
        : Optional.of(AccountRefusal.ACCOUNT_NAME.with("account", Shown.of(name)));
  }

  private static Optional<Refusal> roleRefusal(Role role) {
    return Account.ROLES.contains(role)
        ? Optional.empty()
        : Optional.of(
            AccountRefusal.ROLE_MACHINES.with("role", word(role), "allowed", peoplesRoles()));
  }

  /** The roles of people as words, in order. */
  public static String peoplesRoles() {
    return Account.ROLES.stream().sorted().map(RunAccounts::word).collect(Collectors.joining(", "));
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** What is answered about an account that is not there. */
  public static Refusal unknown(Records records, SellerId seller, String name) {
    return AccountRefusal.ACCOUNT_UNKNOWN.with(
        "account",
        Shown.of(name),
        "allowed",
        records.accounts().of(seller).stream()
            .map(Account::name)
            .collect(Collectors.joining(", ")));
  }

  private static Refusal sellerUnknown(Records records, SellerId seller) {
    return AppRefusal.SELLER_UNKNOWN.with(
        "seller",
        seller,
        "allowed",
        records.sellers().all().stream()
            .map(known -> known.id().value())
            .collect(Collectors.joining(", ")));
  }
}
