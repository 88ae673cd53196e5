package tapwright.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import tapwright.core.Bytes;
import tapwright.server.record.account.PasswordSeal.Match;

class PasswordHashTest {

  /** What the authors' own program makes of it: {@code argon2 somesalt -id -t 2 -m 16 -p 1}. */
  private static final String OF_THE_AUTHORS =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  private static final String PASSWORD = "a sample of some length";

  private final Random random = new Random(7);

  @Test
  void hash_isTheOneOfTheAuthors() {
    PasswordHash.Cost cost = new PasswordHash.Cost(65_536, 2, 1);

    assertEquals(
        OF_THE_AUTHORS, PasswordHash.of("password", Bytes.ofUtf8("somesalt"), cost).text());
    assertTrue(PasswordHash.parse(OF_THE_AUTHORS).orElseThrow().isOf("password"));
    assertFalse(PasswordHash.parse(OF_THE_AUTHORS).orElseThrow().isOf("passwords"));
  }

  @Test
  void usualCost_isWhatOwaspAsksFor() {
    PasswordVault vault = new PasswordVault(Runnable::run, random);

    String kept = vault.keep(PASSWORD).join().orElseThrow();
    assertTrue(kept.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), kept);
    assertEquals(Match.RIGHT, vault.compare(PASSWORD, Optional.of(kept)).join());
  }

  @Test
  void samePassword_isKeptInAnotherWayEachTime() {
    PasswordVault vault = CheapPasswords.vault(random);

    assertNotEquals(vault.keep(PASSWORD).join(), vault.keep(PASSWORD).join());
  }

  /** A letter with its mark as one character, and as two. */
  @Test
  void compare_ofTheSameLettersComposedDifferently_isRight() {
    PasswordVault vault = CheapPasswords.vault(random);
    Optional<String> kept = vault.keep("geschm\u00fcckte Pforte").join();

    assertEquals(Match.RIGHT, vault.compare("geschmu\u0308ckte Pforte", kept).join());
  }

  @Test
  void compare_withWhatCostLess_saysSo() {
    Optional<String> kept = CheapPasswords.vault(random).keep(PASSWORD).join();
    PasswordVault dearer = CheapPasswords.dearerVault(random);

    assertEquals(Match.RIGHT_OUTDATED, dearer.compare(PASSWORD, kept).join());
    assertEquals(Match.WRONG, dearer.compare("another " + PASSWORD, kept).join());
  }

  @Test
  void compare_withNothingKept_isWrong() {
    assertEquals(
        Match.WRONG, CheapPasswords.vault(random).compare(PASSWORD, Optional.empty()).join());
  }

  /** Who asks for a name that is unknown makes the server work as much as for one that is known. */
  @Test
  void compare_withNothingKept_runsOnTheSameThreads() {
    List<Runnable> asked = new ArrayList<>();
    PasswordVault vault = new PasswordVault(asked::add, random, new PasswordHash.Cost(8, 1, 1));

    assertFalse(vault.compare(PASSWORD, Optional.empty()).isDone());
    assertFalse(vault.compare(PASSWORD, Optional.of(OF_THE_AUTHORS)).isDone());
    assertEquals(2, asked.size());
  }

  @Test
  void compare_whenTooManyWait_isNotLookedAt() {
    PasswordVault vault =
        new PasswordVault(
            work -> {
              throw new RejectedExecutionException("full");
            },
            random,
            new PasswordHash.Cost(8, 1, 1));

    assertEquals(Match.BUSY, vault.compare(PASSWORD, Optional.empty()).join());
    assertEquals(Optional.empty(), vault.keep(PASSWORD).join());
  }

  @Test
  void hash_showsNothingOfItself() {
    assertEquals("PasswordHash", PasswordHash.parse(OF_THE_AUTHORS).orElseThrow().toString());
  }
}
