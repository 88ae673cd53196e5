package tapwright.server.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.server.app.World;

/** A provider that is slow, talks too much, or is not what it says. */
class OpenIdWireTest {

  private static final String AWAY =
      "provider-away: the identity provider does not answer as it must; try again in a moment";

  private final World.HandClock clock = new World.HandClock();
  private final SampleIssuer issuer = new SampleIssuer(clock);
  private final OpenIdWire wire =
      new OpenIdWire(clock, new Wire.Limits(Duration.ofMillis(500), 20_000));

  @AfterEach
  void close() {
    wire.close();
    issuer.close();
  }

  private String refusal() {
    return World.refused(wire.entrance(URI.create(issuer.name())).join()).refusal().toString();
  }

  @Test
  void slowAnswer_isNotWaitedFor() {
    issuer.isSlow = true;

    assertEquals(AWAY, refusal());
  }

  @Test
  void hugeAnswer_isNotTaken() {
    issuer.answer = text -> text + " ".repeat(20_000);

    assertEquals(AWAY, refusal());
  }

  @Test
  void providerThatIsAway_isAskedOnceInAWhile() {
    issuer.answer = text -> "";
    for (int i = 0; i < 20; i++) {
      assertEquals(AWAY, refusal());
    }
    assertEquals(1, issuer.asked("/.well-known/openid-configuration"));

    issuer.answer = text -> text;
    clock.advance(Remembered.PAUSE);
    World.done(wire.entrance(URI.create(issuer.name())).join());
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, https://evil.example",
    "token_endpoint, http://evil.example/token",
    "jwks_uri, file:///etc/passwd",
    "jwks_uri, http://10.0.0.1/keys",
    "authorization_endpoint, javascript:alert(1)",
    "token_endpoint, ''"
  })
  void discoveryThatLeadsAstray_isNotFollowed(String name, String value) {
    issuer.discovery =
        self -> {
          self.put(name, value);
          return self;
        };

    assertEquals(AWAY, refusal());
  }

  @Test
  void providerWithoutS256_isNotUsed() {
    issuer.discovery =
        self -> {
          self.put("code_challenge_methods_supported", List.of("plain"));
          return self;
        };

    assertEquals(AWAY, refusal());
  }

  @Test
  void answersAndRedemptions_sayNothingOfWhatTheyHold() {
    assertTrue(new Wire.Said(200, "secret").toString().endsWith("200"));
  }
}
