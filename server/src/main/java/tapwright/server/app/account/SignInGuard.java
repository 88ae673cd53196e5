package tapwright.server.app.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.record.Records;
import tapwright.server.record.account.AccountSeal;
import tapwright.server.record.account.Tries;

/**
 * Counts tries to sign in, by account and by address.
 *
 * <p>A try counts as failed before the password is looked at and is forgiven when it was right, so
 * that many at once, on whatever nodes, are no more than as many one after the other.
 */
final class SignInGuard {

  private static final Tries NONE = new Tries(0, Instant.EPOCH);

  private final AccountSeal seal;

  SignInGuard(AccountSeal seal) {
    this.seal = seal;
  }

  /**
   * Who tries what.
   *
   * @param name whether or not there is such an account
   * @param address from where
   */
  record Attempt(SellerId seller, String name, String address) {}

  /** Counts the try; the answer is how long it has to wait, and then it was not counted. */
  Optional<Duration> charge(Records records, Attempt attempt, Instant now) {
    Tries account = tries(records, accountKey(attempt));
    Tries address = tries(records, addressKey(attempt));
    Duration pause =
        longer(Brake.OF_ACCOUNT.pause(account, now), Brake.OF_ADDRESS.pause(address, now));
    if (pause.isPositive()) {
      return Optional.of(pause);
    }
    records.signInTries().set(accountKey(attempt), Brake.oneMore(account, now));
    records.signInTries().set(addressKey(attempt), Brake.oneMore(address, now));
    return Optional.empty();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** The try was right: the account's are forgotten, of the address's only this one. */
  void forgive(Records records, Attempt attempt, Instant now) {
    records.signInTries().forgetBefore(now.minus(Brake.MEMORY));
    records.signInTries().clear(accountKey(attempt));
    Tries address = tries(records, addressKey(attempt));
    if (address.count() > 0) {
      records
          .signInTries()
          .set(addressKey(attempt), new Tries(address.count() - 1, address.lastAt()));
    }
  }

  /** Whoever may reset a password may lift the brake on it. */
  void lift(Records records, SellerId seller, String name) {
    records.signInTries().clear(accountKey(new Attempt(seller, name, "")));
  }

  private static Tries tries(Records records, Bytes key) {
    return records.signInTries().of(key).orElse(NONE);
  }

  private Bytes accountKey(Attempt attempt) {
    return seal.tryKey("account " + attempt.seller() + " " + attempt.name());
  }

  private Bytes addressKey(Attempt attempt) {
    return seal.tryKey("address " + attempt.address());
  }
}
