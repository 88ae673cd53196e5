package tapwright.server.app.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.server.app.account.People.NAME;
import static tapwright.server.app.account.People.PASSWORD;
import static tapwright.server.app.account.People.done;
import static tapwright.server.app.account.People.refusal;

import java.nio.file.Path;
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

/** Of two changes of one account, the one that was told the password of now is done. */
class OwnAccountTest implements NewRecord {

  private static final String GIVEN = "eight brown bottles";
  private static final String CHOSEN = "nine blue bottles";

  @TempDir private Path folder;
  private final World.HandClock clock = new World.HandClock();
  private Ledger store;
  private People people;
  private OwnAccount own;

  @BeforeEach
  void open() {
    store = newRecord(folder);
    people = new People(store, clock, 1);
    own = new OwnAccount(store, people.means, clock);
    people.create(NAME, Role.SUPPORT);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private OwnAccount.Own asked() {
    OpenedSession session = done(people.signIn(NAME, PASSWORD));
    return new OwnAccount.Own(people.caller(session).orElseThrow(), PASSWORD, "192.0.2.1");
  }

  private void givenAnother() {
    People node = new People(store, clock, 2);
    people.passwords.meanwhile =
        () -> {
          people.passwords.meanwhile = () -> CompletableFuture.completedFuture(true);
          return node.accounts.setPassword(FirstSeller.ID, NAME, GIVEN).thenApply(set -> true);
        };
  }

  @Test
  void passwordSetMeanwhileByWhoRunsTheServer_staysInForce() {
    OwnAccount.Own asked = asked();
    givenAnother();

    Answer<Boolean> changed = own.changePassword(asked, CHOSEN).join();

    assertTrue(refusal(changed).startsWith("sign-in-refused"), refusal(changed));
    assertTrue(refusal(people.signIn(NAME, CHOSEN)).startsWith("sign-in-refused"));
    done(people.signIn(NAME, GIVEN));
  }

  @Test
  void codesAskedForWithThePasswordBefore_areNotSetUp() {
    OwnAccount.Own asked = asked();
    OwnAccount.Setup setup = own.beginCodes(asked.caller());
    String code =
        people.codes.codeAt(people.codes.secret(setup.base32()).orElseThrow(), clock.instant());
    givenAnother();

    assertTrue(
        refusal(own.setUpCodes(asked, setup.base32(), code).join()).startsWith("sign-in-refused"));
    done(people.signIn(NAME, GIVEN));
  }

  @Test
  void passwordOfNow_changesIt() {
    assertEquals(true, done(own.changePassword(asked(), CHOSEN).join()));
    done(people.signIn(NAME, CHOSEN));
  }
}
