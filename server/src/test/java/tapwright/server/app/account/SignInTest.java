package tapwright.server.app.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.server.app.account.People.NAME;
import static tapwright.server.app.account.People.PASSWORD;
import static tapwright.server.app.account.People.done;
import static tapwright.server.app.account.People.refusal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.app.Caller;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;
import tapwright.server.record.account.Account;
import tapwright.server.record.seller.Activation;
import tapwright.server.record.seller.Seller;
import tapwright.server.security.CheapPasswords;

class SignInTest implements NewRecord {

  private static final String REFUSED =
      "sign-in-refused: name, password and code open nothing, allowed are those of an account that"
          + " is in force";

  @TempDir private Path folder;
  private final World.HandClock clock = new World.HandClock();
  private Ledger store;
  private People people;

  @BeforeEach
  void open() {
    store = newRecord(folder);
    people = new People(store, clock, 1);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void signIn_opensASessionThatIsTheAccounts() {
    Account account = people.create(NAME, Role.SUPPORT);

    OpenedSession session = done(people.signIn(" Sample@Example.com ", PASSWORD));
    Caller caller = people.caller(session).orElseThrow();
    assertEquals(account.id(), caller.id());
    assertEquals(NAME, caller.name());
    assertEquals(Role.SUPPORT, caller.role());
    assertEquals(FirstSeller.ID, caller.seller());
  }

  @Test
  void signIn_again_isAnotherSession() {
    people.create(NAME, Role.SUPPORT);

    assertNotEquals(
        done(people.signIn(NAME, PASSWORD)).secret(), done(people.signIn(NAME, PASSWORD)).secret());
  }

  /** Who guesses names learns nothing: the same words after the same work. */
  @Test
  void signIn_thatIsWrong_neverSaysWhat() {
    people.create(NAME, Role.SUPPORT);
    people.create("gone@example.com", Role.SUPPORT);
    done(people.accounts.disable(FirstSeller.ID, "gone@example.com").join());
    people.passwords.compared.set(0);

    assertEquals(REFUSED, refusal(people.signIn(NAME, "another " + PASSWORD)));
    assertEquals(REFUSED, refusal(people.signIn("nobody@example.com", PASSWORD)));
    assertEquals(REFUSED, refusal(people.signIn("gone@example.com", PASSWORD)));
    assertEquals(REFUSED, refusal(people.signIn("no name\r\nSet-Cookie: a=b", PASSWORD)));
    assertEquals(4, people.passwords.compared.get());
  }

  @Test
  void signIn_atAnotherSeller_opensNothing() {
    SellerId other = new SellerId("other");
    store
        .writeAcrossSellers(
            records -> {
              records.sellers().add(new Seller(other, Activation.STATION), clock.instant());
              return true;
            })
        .join();
    people.create(NAME, Role.ADMIN);

    assertEquals(REFUSED, refusal(people.from("192.0.2.1", People.at(other, PASSWORD))));
  }

  @Test
  void session_endsWhenIdleOrOld() {
    people.create(NAME, Role.SUPPORT);
    OpenedSession idle = done(people.signIn(NAME, PASSWORD));
    clock.advance(RunSessions.IDLE.minusSeconds(1));
    assertTrue(people.caller(idle).isPresent());
    clock.advance(RunSessions.IDLE.minusSeconds(1));
    assertTrue(people.caller(idle).isPresent());
    clock.advance(RunSessions.IDLE);
    assertEquals(Optional.empty(), people.caller(idle));

    OpenedSession old = done(people.signIn(NAME, PASSWORD));
    for (int minutes = 30; minutes < RunSessions.LONGEST.toMinutes(); minutes += 30) {
      clock.advance(Duration.ofMinutes(30));
      assertTrue(people.caller(old).isPresent());
    }
    clock.advance(Duration.ofMinutes(30));
    assertEquals(Optional.empty(), people.caller(old));
  }

  @Test
  void session_endsWithSignOutAndNoOtherDoes() {
    people.create(NAME, Role.SUPPORT);
    OpenedSession here = done(people.signIn(NAME, PASSWORD));
    OpenedSession there = done(people.signIn(NAME, PASSWORD));

    people.sessions.end(here.caller(), people.marks.hash(here.secret())).join();
    assertEquals(Optional.empty(), people.caller(here));
    assertTrue(people.caller(there).isPresent());
  }

  @Test
  void sessions_endOnAllNodesWhenTheAccountIsShutOrHasAnotherPassword() {
    people.create(NAME, Role.SUPPORT);
    People node = new People(store, clock, 2);
    OpenedSession first = done(people.signIn(NAME, PASSWORD));
    assertTrue(node.caller(first).isPresent());
    done(node.accounts.setPassword(FirstSeller.ID, NAME, "eight brown bottles").join());
    assertEquals(Optional.empty(), people.caller(first));

    OpenedSession second = done(people.signIn(NAME, "eight brown bottles"));
    done(node.accounts.disable(FirstSeller.ID, NAME).join());
    assertEquals(Optional.empty(), people.caller(second));
    done(node.accounts.enable(FirstSeller.ID, NAME).join());
    assertEquals(Optional.empty(), people.caller(second));
    assertTrue(people.caller(done(people.signIn(NAME, "eight brown bottles"))).isPresent());
  }

  @Test
  void role_thatChanges_holdsFromTheNextRequest() {
    people.create(NAME, Role.ADMIN);
    OpenedSession session = done(people.signIn(NAME, PASSWORD));

    done(people.accounts.setRole(FirstSeller.ID, NAME, Role.AUDITOR).join());
    assertEquals(Role.AUDITOR, people.caller(session).orElseThrow().role());
  }

  @Test
  void password_isKeptAnewWhenMoreIsAskedOfHashes() {
    people.create(NAME, Role.SUPPORT);
    String before = password();
    People dearer =
        new People(store, clock, new Random(4), CheapPasswords.dearerVault(new Random(4)));

    done(dearer.signIn(NAME, PASSWORD));
    assertNotEquals(before, password());
    assertTrue(password().contains("m=16,"), "the dearer hash");
    assertTrue(people.caller(done(dearer.signIn(NAME, PASSWORD))).isPresent());
  }

  private String password() {
    return account().proof().password();
  }

  private Account account() {
    return store
        .read(FirstSeller.ID, records -> records.accounts().find(FirstSeller.ID, NAME))
        .join()
        .orElseThrow();
  }

  @Test
  void record_holdsNeitherPasswordNorSecretNorSession() throws Exception {
    people.create(NAME, Role.SUPPORT);
    String codeSecret = askForCodes();
    OpenedSession session = done(people.signIn(NAME, PASSWORD, now(codeSecret)));

    String stored = stored(folder);
    assertTrue(stored.contains(NAME), "the scan sees the account");
    for (String secret : List.of(PASSWORD, codeSecret, session.secret())) {
      assertFalse(stored.contains(secret));
    }
  }

  private String askForCodes() {
    Bytes secret = people.codes.drawSecret();
    store
        .write(
            FirstSeller.ID,
            records -> {
              Account account = records.accounts().find(FirstSeller.ID, NAME).orElseThrow();
              records
                  .accounts()
                  .update(
                      account.with(
                          account
                              .proof()
                              .withSecret(
                                  Optional.of(
                                      people
                                          .means
                                          .seal()
                                          .sealCodes(secret, FirstSeller.ID, account.id())),
                                  0)));
              return true;
            })
        .join();
    return secret.toHex();
  }

  private String now(String secret) {
    return people.codes.codeAt(Bytes.ofHex(secret), clock.instant());
  }

  @Test
  void account_thatAsksForACode_opensWithTheOneOfNowOnce() {
    people.create(NAME, Role.ADMIN);
    String secret = askForCodes();

    assertEquals(REFUSED, refusal(people.signIn(NAME, PASSWORD)));
    assertEquals(REFUSED, refusal(people.signIn(NAME, PASSWORD, "000000")));
    String code = now(secret);
    done(people.signIn(NAME, PASSWORD, code.substring(0, 3) + " " + code.substring(3)));
    assertEquals(REFUSED, refusal(people.signIn(NAME, PASSWORD, code)));
    clock.advance(Duration.ofSeconds(30));
    done(people.signIn(NAME, PASSWORD, now(secret)));
  }

  @Test
  void recoveryCode_opensOnce() {
    Account account = people.create(NAME, Role.ADMIN);
    askForCodes();
    SecondFactor factor = new SecondFactor(people.means);
    List<String> codes = factor.drawRecoveryCodes();
    store
        .write(
            FirstSeller.ID,
            records -> {
              factor.keep(records, account, codes);
              return true;
            })
        .join();

    done(people.signIn(NAME, PASSWORD, codes.getFirst()));
    assertEquals(REFUSED, refusal(people.signIn(NAME, PASSWORD, codes.getFirst())));
    done(people.signIn(NAME, PASSWORD, codes.getLast()));
    done(people.accounts.resetCodes(FirstSeller.ID, NAME).join());
    done(people.signIn(NAME, PASSWORD));
  }
}
