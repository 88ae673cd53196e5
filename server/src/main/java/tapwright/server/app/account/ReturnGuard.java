package tapwright.server.app.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.server.record.Records;
import tapwright.server.record.account.AccountSeal;
import tapwright.server.record.account.Tries;

/**
 * Counts returns from identity providers, by address, so that nobody lets this server ask a
 * provider without end.
 *
 * <p>Apart from tries with a password: neither brakes the other. As there, a return counts before
 * it is looked at and is forgiven when it was good.
 */
public final class ReturnGuard {

  private static final Tries NONE = new Tries(0, Instant.EPOCH);

  private final AccountSeal seal;

  public ReturnGuard(AccountSeal seal) {
    this.seal = seal;
  }

  /** Counts the return; the answer is how long it has to wait, and then it was not counted. */
  public Optional<Duration> charge(Records records, String address, Instant now) {
    Tries tries = tries(records, address);
    Duration pause = Brake.OF_ADDRESS.pause(tries, now);
    if (pause.isPositive()) {
      return Optional.of(pause);
    }
    records.signInTries().set(key(address), Brake.oneMore(tries, now));
    return Optional.empty();
  }

  /** The return was good: it does not count, and those of long ago are forgotten. */
  public void forgive(Records records, String address, Instant now) {
    records.signInTries().forgetBefore(now.minus(Brake.MEMORY));
    Tries tries = tries(records, address);
    if (tries.count() > 0) {
      records.signInTries().set(key(address), new Tries(tries.count() - 1, tries.lastAt()));
    }
  }

  private Tries tries(Records records, String address) {
    return records.signInTries().of(key(address)).orElse(NONE);
  }

  private Bytes key(String address) {
    return seal.tryKey("return to " + address);
  }
}
