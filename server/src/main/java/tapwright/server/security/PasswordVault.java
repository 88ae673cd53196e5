package tapwright.server.security;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tapwright.core.Bytes;
import tapwright.server.record.account.PasswordSeal;

/** Passwords as {@link PasswordHash}es, made and compared on threads of their own. */
public final class PasswordVault implements PasswordSeal {

  private final Executor threads;
  private final RandomGenerator random;
  private final PasswordHash.Cost cost;

  /** What an unknown person's password is compared with: no password is known that fits. */
  private final PasswordHash nobodys;

  /**
   * A vault.
   *
   * @param threads where hashes are made; it rejects what is too much
   * @param random gives salts
   */
  public PasswordVault(Executor threads, RandomGenerator random) {
    this(threads, random, PasswordHash.Cost.USUAL);
  }

  PasswordVault(Executor threads, RandomGenerator random, PasswordHash.Cost cost) {
    this.threads = threads;
    this.random = random;
    this.cost = cost;
    this.nobodys = new PasswordHash(cost, draw(), draw().plus(draw()));
  }

  private Bytes draw() {
    byte[] bits = new byte[PasswordHash.SALT_BYTES];
    random.nextBytes(bits);
    return Bytes.copyOf(bits);
  }

  @Override
  public CompletableFuture<Optional<String>> keep(String password) {
    return apart(
        () -> Optional.of(PasswordHash.of(password, draw(), cost).text()), Optional.empty());
  }

  @Override
  public CompletableFuture<Match> compare(String password, Optional<String> kept) {
    return apart(() -> compared(password, kept), Match.BUSY);
  }

  private Match compared(String password, Optional<String> kept) {
    PasswordHash hash = kept.flatMap(PasswordHash::parse).orElse(nobodys);
    if (!hash.isOf(password)) {
      return Match.WRONG;
    }
    return hash.cost().isBelow(cost) ? Match.RIGHT_OUTDATED : Match.RIGHT;
  }

  private <T> CompletableFuture<T> apart(Supplier<T> work, T rejected) {
    try {
      return CompletableFuture.supplyAsync(work, threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(rejected);
    }
  }
}
