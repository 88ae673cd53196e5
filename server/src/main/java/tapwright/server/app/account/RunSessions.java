package tapwright.server.app.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Bytes;
import tapwright.server.app.Actor;
import tapwright.server.app.Caller;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.account.Account;
import tapwright.server.record.account.Session;

/**
 * The sessions of people, which any node knows, since they are on record.
 *
 * <p>Whether an account is in force, and what it may do, is read at each request: who is disabled
 * on one node is out on all.
 */
public final class RunSessions {

  /** NIST SP 800-63B-4 section 2.2.3: an hour without use, and no more than a day. */
  static final Duration IDLE = Duration.ofHours(1);

  /** As long as a shift, with its breaks. */
  static final Duration LONGEST = Duration.ofHours(12);

  /** A session in use is written to once a minute, not at each request. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final Ledger ledger;
  private final InstantSource clock;

  public RunSessions(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Whose session it is; empty where it opens nothing or no longer. */
  public CompletableFuture<Optional<Caller>> callerWith(Bytes hash) {
    Instant now = clock.instant();
    return ledger
        .readAcrossSellers(
            records -> records.sessions().byHash(hash).flatMap(one -> used(records, one, now)))
        .thenCompose(used -> used.isEmpty() ? none() : noted(used.get(), now));
  }

  private record Used(Session session, Caller caller) {}

  private static Optional<Used> used(Records records, Session session, Instant now) {
    return Optional.of(session)
        .filter(one -> now.isBefore(one.seenAt().plus(IDLE)))
        .filter(one -> now.isBefore(one.openedAt().plus(LONGEST)))
        .flatMap(one -> records.forSeller(one.seller(), () -> account(records, one)))
        .filter(Account::isEnabled)
        .map(account -> new Used(session, caller(account)));
  }

  private static Optional<Account> account(Records records, Session session) {
    return records.accounts().byId(session.seller(), session.account());
  }

  /** Who asks in a session of the account. */
  public static Caller caller(Account account) {
    return new Caller(
        Actor.account(account.id(), account.name()), account.seller(), account.role());
  }

  private static CompletableFuture<Optional<Caller>> none() {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  private CompletableFuture<Optional<Caller>> noted(Used used, Instant now) {
    Session session = used.session();
    if (now.isBefore(session.seenAt().plus(NOTED_EVERY))) {
      return CompletableFuture.completedFuture(Optional.of(used.caller()));
    }
    return ledger.write(
        session.seller(),
        records -> {
          records.sessions().seen(session.seller(), session.hash(), now);
          return Optional.of(used.caller());
        });
  }

  /** Signs the person out of this browser. */
  public CompletableFuture<Boolean> end(Caller caller, Bytes hash) {
    return ledger.write(
        caller.seller(),
        records -> {
          records.sessions().end(caller.seller(), hash);
          return true;
        });
  }

  /** Puts a new session on record and forgets those that have long run out. */
  public static void open(Records records, Account account, Bytes hash, Instant now) {
    records.sessions().forgetOpenedBefore(account.seller(), now.minus(LONGEST));
    records.sessions().add(new Session(hash, account.seller(), account.id(), now, now));
  }
}
