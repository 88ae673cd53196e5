package tapwright.server.app.account;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;
import tapwright.server.record.account.Account;
import tapwright.server.record.account.PasswordSeal;
import tapwright.server.security.AccountVault;
import tapwright.server.security.CheapPasswords;
import tapwright.server.security.Keys;
import tapwright.server.security.OneTimeCodes;
import tapwright.server.security.SessionMarks;

/** A node with people's use cases on a record, whose clock is set by hand. */
final class People {

  static final String NAME = "sample@example.com";
  static final String PASSWORD = "seven green bottles";

  final Ledger store;
  final World.HandClock clock;
  final SessionMarks marks;
  final OneTimeCodes codes;
  final Counting passwords;
  final AccountMeans means;
  final RunAccounts accounts;
  final SignIn signIn;
  final RunSessions sessions;

  /** The passwords of a node, and how many were compared. */
  static final class Counting implements PasswordSeal {
    private final PasswordSeal inside;
    final AtomicInteger compared = new AtomicInteger();

    /** What happens on another node after a password was compared. */
    Supplier<CompletableFuture<Boolean>> meanwhile = () -> CompletableFuture.completedFuture(true);

    Counting(PasswordSeal inside) {
      this.inside = inside;
    }

    @Override
    public CompletableFuture<Optional<String>> keep(String password) {
      return inside.keep(password);
    }

    @Override
    public CompletableFuture<Match> compare(String password, Optional<String> kept) {
      compared.incrementAndGet();
      return inside
          .compare(password, kept)
          .thenCompose(match -> meanwhile.get().thenApply(done -> match));
    }
  }

  People(Ledger store, World.HandClock clock, long seed) {
    this(store, clock, new Random(seed), CheapPasswords.vault(new Random(seed)));
  }

  People(Ledger store, World.HandClock clock, Random random, PasswordSeal seal) {
    this.store = store;
    this.clock = clock;
    FirstSeller.ensure(store, clock).join();
    Keys keys = new Keys(new byte[Keys.MASTER_BYTES]);
    marks = new SessionMarks(keys, random);
    codes = new OneTimeCodes(random);
    passwords = new Counting(seal);
    means =
        new AccountMeans(
            passwords,
            codes,
            new AccountVault(keys, random),
            new SessionSecrets(marks::draw, marks::hash));
    accounts = new RunAccounts(store, means, () -> CardId.draw(random).toString(), clock);
    signIn = new SignIn(store, means, clock);
    sessions = new RunSessions(store, clock);
  }

  Account create(String name, Role role) {
    return done(
        accounts.create(new RunAccounts.Person(FirstSeller.ID, name, role), PASSWORD).join());
  }

  Answer<OpenedSession> signIn(String name, String password) {
    return signIn(name, password, "");
  }

  Answer<OpenedSession> signIn(String name, String password, String code) {
    return from("192.0.2.1", new Credentials(FirstSeller.ID, name, password, code));
  }

  Answer<OpenedSession> from(String address, Credentials shown) {
    return signIn.signIn(shown, address).join();
  }

  /** Who has the session; empty where it opens nothing. */
  Optional<Caller> caller(OpenedSession session) {
    return sessions.callerWith(marks.hash(session.secret())).join();
  }

  static <T> T done(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T> done -> done.value();
      case Answer.Refused<T> refused -> throw new AssertionError(refused.refusal().toString());
    };
  }

  static String refusal(Answer<?> answer) {
    return switch (answer) {
      case Answer.Done<?> done -> throw new AssertionError("done: " + done.value());
      case Answer.Refused<?> refused -> refused.refusal().toString();
    };
  }

  static Credentials at(SellerId seller, String password) {
    return new Credentials(seller, NAME, password, "");
  }
}
