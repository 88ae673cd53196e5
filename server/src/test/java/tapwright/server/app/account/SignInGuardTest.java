package tapwright.server.app.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.server.app.account.People.NAME;
import static tapwright.server.app.account.People.PASSWORD;
import static tapwright.server.app.account.People.done;
import static tapwright.server.app.account.People.refusal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.app.Answer;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;

/** How much whoever guesses gets through, by count, on a clock that is set by hand. */
class SignInGuardTest implements NewRecord {

  @TempDir private Path folder;
  private final World.HandClock clock = new World.HandClock();
  private Ledger store;
  private People first;
  private People second;

  @BeforeEach
  void open() {
    store = newRecord(folder);
    first = new People(store, clock, 1);
    second = new People(store, clock, 2);
    first.create(NAME, Role.SUPPORT);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private int compared() {
    return first.passwords.compared.get() + second.passwords.compared.get();
  }

  private static Credentials guess(int number) {
    return new Credentials(FirstSeller.ID, NAME, "guess number " + number, "");
  }

  /**
   * 1,440 guesses from as many addresses over two nodes in a day: 5 free, 10 doublings, then few.
   */
  @Test
  void guessesOfOneAccount_fromEverywhereOnTwoNodes_fewAreLookedAt() {
    for (int minute = 0; minute < 24 * 60; minute++) {
      People node = minute % 2 == 0 ? first : second;
      node.from("198.51.100." + minute, guess(minute));
      clock.advance(Duration.ofMinutes(1));
    }

    assertTrue(compared() <= 5 + 10 + 96, compared() + " guesses were looked at");
    assertTrue(compared() >= 90, compared() + " guesses were looked at: people are shut out");
  }

  @Test
  void guessesOfManyAccounts_fromOneAddress_fewAreLookedAt() {
    for (int minute = 0; minute < 24 * 60; minute++) {
      Credentials guess =
          new Credentials(FirstSeller.ID, "person" + minute + "@example.com", PASSWORD, "");
      (minute % 2 == 0 ? first : second).from("198.51.100.1", guess);
      clock.advance(Duration.ofMinutes(1));
    }

    assertTrue(compared() <= 30 + 10 + 96, compared() + " guesses were looked at");
  }

  @Test
  void guessesAtOnce_areNoMoreThanOneAfterTheOther() {
    List<CompletableFuture<Answer<OpenedSession>>> guesses = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      guesses.add((i % 2 == 0 ? first : second).signIn.signIn(guess(i), "192.0.2." + i));
    }

    guesses.forEach(CompletableFuture::join);
    assertEquals(5, compared());
  }

  @Test
  void rightPassword_waitsLikeAnyOther_andForgivesAll() {
    for (int i = 0; i < 5; i++) {
      first.signIn(NAME, "guess number " + i);
    }
    assertEquals(
        "sign-in-braked: too many tries failed, the next is allowed in 1 seconds",
        refusal(second.signIn(NAME, PASSWORD)));
    clock.advance(Duration.ofSeconds(1));
    done(second.signIn(NAME, PASSWORD));
    assertEquals("sign-in-refused", refusal(first.signIn(NAME, "guess")).split(":", -1)[0]);
    done(first.signIn(NAME, PASSWORD));
  }

  @Test
  void unknownName_isBrakedAsOneThatIsKnown() {
    List<String> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      known.add(refusal(first.from("192.0.2.1", guess(i))));
      Credentials nobody = new Credentials(FirstSeller.ID, "nobody@example.com", "guess", "");
      unknown.add(refusal(first.from("192.0.2.2", nobody)));
    }

    assertEquals(known, unknown);
    assertTrue(known.getLast().startsWith("sign-in-braked"));
  }

  @Test
  void anotherPassword_liftsTheBrake() {
    for (int i = 0; i < 9; i++) {
      first.signIn(NAME, "guess number " + i);
    }
    done(first.accounts.setPassword(FirstSeller.ID, NAME, "eight brown bottles").join());

    done(first.signIn(NAME, "eight brown bottles"));
  }

  @Test
  void tries_areForgottenAfterADay() {
    for (int i = 0; i < 5; i++) {
      first.signIn(NAME, "guess number " + i);
    }
    clock.advance(Duration.ofDays(1).plusSeconds(1));
    for (int i = 0; i < 4; i++) {
      first.signIn(NAME, "guess number " + i);
    }
    done(first.signIn(NAME, PASSWORD));
  }
}
