package tapwright.server.security;

import java.util.random.RandomGenerator;

/** Passwords whose hashes cost next to nothing, for tests of what is done with them. */
public final class CheapPasswords {

  private static final PasswordHash.Cost CHEAP = new PasswordHash.Cost(8, 1, 1);

  private CheapPasswords() {}

  /** A vault that works where it is called. */
  public static PasswordVault vault(RandomGenerator random) {
    return new PasswordVault(Runnable::run, random, CHEAP);
  }

  /** What was kept of a password when less was asked of hashes. */
  public static PasswordVault dearerVault(RandomGenerator random) {
    return new PasswordVault(Runnable::run, random, new PasswordHash.Cost(16, 1, 1));
  }
}
