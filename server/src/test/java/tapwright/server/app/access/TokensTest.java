package tapwright.server.app.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.World;
import tapwright.server.record.access.Role;
import tapwright.server.record.access.Token;
import tapwright.server.security.DrawnSecrets;

class TokensTest {

  private static final Bytes HASH = Bytes.ofUtf8("secret").sha256();

  @TempDir private Path folder;
  private World world;
  private EnrolStations enrol;

  private static final String DESK = "192.0.2.1";

  @BeforeEach
  void open() {
    world = new World(folder);
    enrol =
        new EnrolStations(
            world.store,
            new DrawnSecrets(new Random(7)),
            () -> "ID" + world.random.nextInt(),
            world.clock);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Answer<Caller> shown() {
    return world.known.callerWith(HASH).join().orElseThrow();
  }

  private Token onRecord() {
    return world.tokens.of(FirstSeller.ID).join().getFirst();
  }

  private static String code(Answer<?> answer) {
    return World.refused(answer).refusal().code().code();
  }

  @Test
  void aStationsToken_endsAfterNinetyDaysAndSaysSo() {
    World.done(world.tokens.create(FirstSeller.ID, Role.STATION, "desk 1", HASH).join());
    world.clock.advance(Duration.ofDays(90).minusMillis(1));
    assertEquals("desk 1", World.done(shown()).name());

    world.clock.advance(Duration.ofMillis(1));
    assertEquals(
        "the token of desk 1 ended at 2026-05-31T08:00:00Z; ask who runs the server for a new one",
        World.refused(shown()).refusal().message());
    assertEquals(Optional.of(world.clock.instant()), onRecord().life().lastRefusedAt());
  }

  @Test
  void whenATokenWasSeen_isKnownToTheMinute() {
    World.done(world.tokens.create(FirstSeller.ID, Role.SHOP, "shop", HASH).join());
    assertEquals(Optional.empty(), onRecord().life().lastSeenAt());
    shown();
    world.clock.advance(Duration.ofSeconds(59));
    shown();
    assertEquals(Optional.of(World.START), onRecord().life().lastSeenAt());

    world.clock.advance(Duration.ofSeconds(1));
    shown();
    assertEquals(Optional.of(World.START.plusSeconds(60)), onRecord().life().lastSeenAt());
  }

  @Test
  void aCode_endsAfterFifteenMinutes() {
    String late = World.done(invite("late")).code();
    String inTime = World.done(invite("in time")).code();
    world.clock.advance(Duration.ofMinutes(15).minusMillis(1));
    World.done(enrol.redeem(inTime, DESK).join());
    world.clock.advance(Duration.ofMillis(1));

    assertEquals("enrolment-code-refused", code(enrol.redeem(late, DESK).join()));
  }

  private Answer<EnrolStations.Code> invite(String name) {
    return enrol.invite(FirstSeller.ID, name, 90, "staff").join();
  }

  @Test
  void aCode_isReadHoweverItIsTyped() {
    String code = World.done(invite("desk 1")).code();
    String typed = code.replace("-", " ").replace('0', 'o').replace('1', 'l');

    EnrolStations.Entry entry = World.done(enrol.redeem(typed, DESK).join());
    assertEquals("desk 1", entry.token().name());
    assertEquals("the token of desk 1", entry.toString());
  }

  @Test
  void aMinuteAfterManyWrongCodes_aRightOneIsTaken() {
    String code = World.done(invite("desk 1")).code();
    for (int i = 0; i < WrongTries.LIMIT; i++) {
      assertEquals("enrolment-code-refused", code(enrol.redeem("none", DESK).join()));
    }
    assertEquals("enrolment-tries-limited", code(enrol.redeem(code, DESK).join()));
    world.clock.advance(Duration.ofMinutes(1));

    World.done(enrol.redeem(code, DESK).join());
  }

  @Test
  void wrongCodesOfAStranger_keepNoStationOut() {
    String code = World.done(invite("desk 1")).code();
    for (int i = 0; i < WrongTries.LIMIT; i++) {
      assertEquals("enrolment-code-refused", code(enrol.redeem("none", "198.51.100.7").join()));
    }
    assertEquals("enrolment-tries-limited", code(enrol.redeem("none", "198.51.100.7").join()));

    World.done(enrol.redeem(code, DESK).join());
  }

  @Test
  void wrongCodesFromEverywhere_haveABoundOfTheirOwn() {
    WrongTries tries = new WrongTries();
    for (int i = 0; i < WrongTries.LIMIT_OF_ALL; i++) {
      assertTrue(tries.tooMany("a " + i, World.START).isEmpty());
      tries.add("a " + i, World.START);
    }
    assertEquals(OptionalInt.of(WrongTries.LIMIT_OF_ALL), tries.tooMany(DESK, World.START));
    assertTrue(tries.tooMany(DESK, World.START.plusSeconds(60)).isEmpty());
  }

  @Test
  void daysAndNamesOutside_areRefused() {
    assertEquals(
        "token-days-outside", code(enrol.invite(FirstSeller.ID, "desk", 731, "staff").join()));
    assertEquals("token-name-invalid", code(invite("\nforged line")));
    World.done(world.tokens.create(FirstSeller.ID, Role.STATION, "desk 1", HASH).join());
    assertEquals("token-name-taken", code(invite("desk 1")));
  }

  @Test
  void revokedTwice_staysRevokedSinceTheFirstTime() {
    World.done(world.tokens.create(FirstSeller.ID, Role.STATION, "desk 1", HASH).join());
    Instant first = world.clock.instant();
    World.done(world.tokens.revoke(FirstSeller.ID, "desk 1").join());
    world.clock.advance(Duration.ofDays(1));
    World.done(world.tokens.revoke(FirstSeller.ID, "desk 1").join());

    assertEquals(Optional.of(first), onRecord().life().revokedAt());
    assertTrue(onRecord().life().expiresAt().isPresent());
  }
}
