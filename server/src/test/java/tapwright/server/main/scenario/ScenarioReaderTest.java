package tapwright.server.main.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.Checked;
import tapwright.server.record.access.Role;

class ScenarioReaderTest {

  private static final String HEAD =
      """
      scenario: a story
      policy: b-rigardz
      begins: "2026-03-02T09:00:00+05:30"
      zone: Asia/Kolkata
      steps:
      """;

  @Test
  void head_isRead() {
    Scenario story = read(HEAD + "  - {tell: A day passes., wait: 1d}\n");

    assertEquals("a story", story.name());
    assertEquals("b-rigardz", story.policy());
    assertEquals(Instant.parse("2026-03-02T03:30:00Z"), story.begins());
    assertEquals("Asia/Kolkata", story.zone().getId());
    assertEquals("mine.yaml", story.file());
  }

  @Test
  void send_hasAnAuthorABodyAndAnAnswer() {
    Step.Send send =
        assertInstanceOf(
            Step.Send.class,
            step(
                """
                  - tell: Support asks.
                    as: support
                    send: POST /api/v1/claims
                    body: "{}"
                    twice: true
                    status: 201
                    expect: {/outcome: deny, /decision/by/*/clause: B2}
                    keep: {claim: /claimId}
                """));

    assertEquals(Optional.of(Role.SUPPORT), send.as());
    assertEquals(
        new Step.Request("POST", "/api/v1/claims", "application/json", "{}", true), send.request());
    assertEquals(Optional.of(201), send.answer().status());
    assertEquals(
        List.of(new Place("/outcome"), new Place("/decision/by/*/clause")),
        List.copyOf(send.answer().expected().keySet()));
    assertEquals(Map.of("claim", new Place("/claimId")), send.answer().kept());
  }

  @Test
  void send_withoutAnAuthor_isTheShops() {
    Step.Send send =
        assertInstanceOf(
            Step.Send.class, step("  - {tell: x, send: POST /api/v1/orders.csv, csv: name}\n"));

    assertEquals(Optional.of(Role.SHOP), send.as());
    assertEquals("text/csv", send.request().type());
    assertEquals(Optional.empty(), send.answer().status());
  }

  @Test
  void send_asNobody_hasNoToken() {
    Step.Send send =
        assertInstanceOf(Step.Send.class, step("  - {tell: x, as: nobody, send: GET /health}\n"));

    assertEquals(Optional.empty(), send.as());
  }

  @Test
  void tap_isOnceThroughTheChip_unlessToldOtherwise() {
    assertEquals(
        new Step.Tap(
            "x",
            "mine.yaml:6:5",
            "${slug}",
            Step.Link.CHIP,
            1,
            new Step.Seen(Optional.empty(), "", "")),
        step("  - {tell: x, tap: '${slug}'}\n"));
    assertEquals(
        new Step.Tap(
            "x",
            "mine.yaml:6:5",
            "${slug}",
            Step.Link.PRINT,
            50,
            new Step.Seen(Optional.of(200), "https://example.com/b", "paused")),
        step(
            "  - {tell: x, tap: '${slug}', link: print, times: 50, status: 200,"
                + " leads: https://example.com/b, shows: paused}\n"));
  }

  @Test
  void timePasses_byLengthsAndUpToInstants() {
    assertEquals(
        new Step.Pass("x", "mine.yaml:6:5", Duration.ofDays(2)),
        step("  - {tell: x, wait: 48h}\n"));
    assertEquals(
        new Step.PassUntil("x", "mine.yaml:6:5", Instant.parse("2026-03-04T18:29:59Z")),
        step("  - {tell: x, until: '2026-03-04T23:59:59+05:30'}\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{tell: x}|mine.yaml:6:5: no key 'send'; allowed is send, make, tap, wait or until",
        "{wait: 1d}|mine.yaml:6:5: no key 'tell'; allowed is the key with a value",
        "{tell: x, taps: y}|mine.yaml:6:15: key 'taps'; allowed are tell, as, send, body, csv,"
            + " twice, status, expect, keep, make, tap, link, times, leads, shows, wait, until",
        "{tell: x, wait: 1w}|mine.yaml:6:21: wait is \"1w\"; allowed is a number with s, m, h or d,"
            + " as 7d",
        "{tell: x, until: soon}|mine.yaml:6:22: until is \"soon\"; allowed is a date and time with"
            + " its offset, as 2026-03-04T23:59:59+05:30",
        "{tell: x, make: false}|mine.yaml:6:21: make is \"false\"; allowed is true",
        "{tell: x, send: orders}|mine.yaml:6:21: send is \"orders\"; allowed is a method and a"
            + " path, as POST /api/v1/orders",
        "{tell: x, send: GET /a, as: boss}|mine.yaml:6:33: as is \"boss\"; allowed is one of admin,"
            + " support, supervisor, fulfilment, station, shop, auditor",
        "{tell: x, send: GET /a, status: 99}|mine.yaml:6:37: status is \"99\"; allowed is a whole"
            + " number from 200 to 599",
        "{tell: x, send: GET /a, expect: {outcome: deny}}|mine.yaml:6:47: the pointer outcome is"
            + " \"deny\"; allowed is a JSON pointer, as /cards/0/cardId",
        "{tell: x, send: GET /a, keep: {card: cardId}}|mine.yaml:6:42: the pointer cardId is"
            + " \"cardId\"; allowed is a JSON pointer, as /cards/0/cardId",
        "{tell: x, tap: y, times: 1001}|mine.yaml:6:30: times is \"1001\"; allowed is a whole"
            + " number from 1 to 1000",
        "{tell: x, tap: y, link: nfc}|mine.yaml:6:29: link is \"nfc\"; allowed is one of chip,"
            + " print, share"
      })
  void stepThatIsNone_isRefusedWithItsPlace(String step, String message) {
    assertEquals(message, refused(HEAD + "  - " + step + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Asia/Kolkata|Nowhere|mine.yaml:4:7: zone is \"Nowhere\"; allowed is a zone of the tz"
            + " database, as Asia/Kolkata",
        "+05:30||mine.yaml:3:9: begins is \"2026-03-02T09:00:00\"; allowed is a date and time with"
            + " its offset, as 2026-03-04T23:59:59+05:30",
        "policy:|pack:|mine.yaml:2:1: key 'pack'; allowed are scenario, policy, begins, zone,"
            + " steps",
        "  - {tell: x, wait: 1d}|  []|mine.yaml:6:3: steps is a list of 0; allowed is a list of 1"
            + " to 1000 steps"
      })
  void headThatIsNone_isRefusedWithItsPlace(String from, String to, String message) {
    assertEquals(
        message, refused((HEAD + "  - {tell: x, wait: 1d}\n").replace(from, to == null ? "" : to)));
  }

  @Test
  void textThatIsNoYaml_isRefused() {
    assertInstanceOf(Checked.Refused.class, ScenarioReader.read("mine.yaml", "steps: [\n"));
  }

  private static Step step(String text) {
    return read(HEAD + text).steps().getFirst();
  }

  private static Scenario read(String text) {
    return switch (ScenarioReader.read("mine.yaml", text)) {
      case Checked.Passed<Scenario> passed -> passed.value();
      case Checked.Refused<Scenario> refused -> throw new AssertionError(refused.refusal());
    };
  }

  private static String refused(String text) {
    return switch (ScenarioReader.read("mine.yaml", text)) {
      case Checked.Passed<Scenario> passed -> throw new AssertionError(passed.value());
      case Checked.Refused<Scenario> refused -> refused.refusal().message();
    };
  }
}
