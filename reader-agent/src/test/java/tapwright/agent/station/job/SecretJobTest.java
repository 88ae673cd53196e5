package tapwright.agent.station.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.station.FakeClock;
import tapwright.agent.station.FakeReader;
import tapwright.agent.station.FakeTag;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.WorkItem;
import tapwright.agent.station.bench.Claim;
import tapwright.agent.station.bench.Claims;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.JournalStep;
import tapwright.agent.station.server.Json;
import tapwright.agent.station.server.StationClient;
import tapwright.agent.station.server.StationToken;
import tapwright.core.Bytes;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.tag.Uid;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.JobSecrets;
import tapwright.core.wire.StationEvent;
import tapwright.core.wire.StationEvent.Finished;
import tapwright.core.wire.UidReply;

/** Jobs that bring secrets with them. */
class SecretJobTest {

  private static final StationToken TOKEN = new StationToken("secret-token-0123456789");
  private static final JobSecrets PASSWORD = new JobSecrets("C0FFEE42", "BEEF", null);
  private static final List<String> KEYS =
      IntStream.rangeClosed(1, 5).mapToObj(i -> ("A" + i).repeat(16)).toList();

  @TempDir Path folder;
  private final FakeClock clock = new FakeClock();
  private final List<StationNews> news = new ArrayList<>();
  private final Deque<FakeTag> pile = new ArrayDeque<>();
  private final AtomicInteger events = new AtomicInteger();
  private FakeServer server;
  private HttpClient http;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer(TOKEN.value(), clock);
    http = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  @Test
  void run_jobWithPassword_asksForItAndTellsWhatWasDone() {
    server.queueProtected(LinkCounting.NONE, PASSWORD);
    pile.add(new FakeTag(1, "NTAG216"));
    StationNews.CardVerified card = verified(run());

    var password = card.item().request().finish().password().orElseThrow();
    assertEquals(Bytes.ofHex("C0FFEE42"), password.secret().password());
    assertFalse(password.reading());
    assertEquals(List.of(Finished.LOCKED, Finished.PASSWORD), told().finished());
  }

  @Test
  void run_signedJob_hasRoomForTheSignatureAndItsKeys() {
    server.queueProtected(LinkCounting.SUN, new JobSecrets(null, null, KEYS));
    FakeTag tag = new FakeTag(1, "NTAG216");
    pile.add(tag);
    StationNews.CardVerified card = verified(run());

    assertEquals(5, card.item().request().finish().keys().orElseThrow().keys().size());
    assertEquals(
        Optional.of(
            "https://cards.example.com/t/SLUG0?e=" + "0".repeat(32) + "&c=" + "0".repeat(16)),
        NdefMessage.decode(tag.content).orThrow().records().getFirst().uri());
    assertEquals(List.of(Finished.LOCKED, Finished.KEYS), told().finished());
  }

  @Test
  void run_openJob_tellsNothingThatAnOlderServerDoesNotKnow() {
    server.queue(1);
    server.knowOnlyTheFirstVersion();
    pile.add(new FakeTag(1, "NTAG216"));
    verified(run());
    assertNull(told().finished());
    String body = Json.write(server.taken().getFirst());
    assertFalse(body.contains("finished") || body.contains("problem"), body);
  }

  @Test
  void run_secretOfAnotherForm_isRefusedWithoutShowingIt() {
    server.queueProtected(LinkCounting.NONE, new JobSecrets("C0FFEE4", "BEEF", null));
    run();
    StationEvent.Problem problem = Objects.requireNonNull(server.taken().getFirst().problem());
    assertEquals("job-content", problem.code());
    assertTrue(problem.message().contains("password is of 7 characters"), problem.message());
    assertFalse(problem.message().contains("C0FFEE"), problem.message());
  }

  @Test
  void run_chipThatTheServerKnows_isRefusedWithItsState() {
    server.queue(1);
    server.knowChipsAs(new UidReply(UidReply.Standing.REVOKED, "CARD7", clock.instant()));
    FakeTag tag = new FakeTag(1, "NTAG216");
    pile.add(tag);
    StationSummary summary = run();

    assertEquals(Map.of("uid-known-to-server", 1), summary.causes());
    assertTrue(news.toString().contains("revoked as card CARD7 since 2026-03-01"), news::toString);
    assertEquals(Bytes.EMPTY, tag.content);
    assertEquals(1, server.chipsAsked());
  }

  @Test
  void run_serverThatCannotBeAsked_makesTheCard() {
    server.queue(1);
    server.knowOnlyTheFirstVersion();
    pile.add(new FakeTag(1, "NTAG216"));
    assertEquals(1, run().verified());
  }

  @Test
  void claim_begunJobThatIsLeasedAgainWithAnotherContent_isWhatItWasBegunAs() {
    try (Journal journal = Journal.open(folder, clock, new Random(7))) {
      JobQueue jobs = new JobQueue(journal, server.address(), clock, () -> "e", news::add);
      jobs.take(List.of(leased(PASSWORD)));
      WorkItem work = jobs.next().orElseThrow();
      Uid uid = new FakeTag(1, "NTAG216").uid();
      journal.append(JournalStep.bound(work.owner(), uid, work.hash()));
      jobs.take(List.of(leased(new JobSecrets("C0FFEE4", "BEEF", null))));

      assertEquals(new Claim.Work(work, false), new Claims(journal, jobs).claim(uid));
    }
  }

  @Test
  void claim_begunJobWhoseContentCannotBeMade_isARefusal() {
    try (Journal journal = Journal.open(folder, clock, new Random(7))) {
      JobQueue jobs = new JobQueue(journal, server.address(), clock, () -> "e", news::add);
      jobs.take(List.of(leased(new JobSecrets("C0FFEE4", "BEEF", null))));
      Uid uid = new FakeTag(1, "NTAG216").uid();
      journal.append(JournalStep.bound("job:J1", uid, Bytes.EMPTY.sha256()));

      Claim.No no = (Claim.No) new Claims(journal, jobs).claim(uid);
      assertEquals("job-content", no.refusal().code().code());
    }
  }

  @Test
  void objection_afterAChipThatTheServerRejects_isAskedForTheNextAllTheSame() {
    server.knowChipsAs(new UidReply(UidReply.Standing.LIVE, "CARD7", clock.instant()));
    server.rejectLongChips();
    ServerUidCheck check =
        new ServerUidCheck(new StationClient(http, server.address(), TOKEN), clock);

    assertEquals(Optional.empty(), check.objection(Uid.ofHex("04111111111111222222")));
    assertEquals(
        "uid-known-to-server",
        check.objection(Uid.ofHex("04111111111111")).orElseThrow().code().code());
  }

  private EncodeJob leased(JobSecrets secrets) {
    return new EncodeJob(
        "J1",
        "C1",
        "SLUG012345",
        "O1",
        "https://cards.example.com/t/SLUG012345",
        "HTTPS://CARDS.EXAMPLE.COM/Q/SLUG012345",
        null,
        false,
        clock.instant().plus(Duration.ofHours(1)),
        LinkCounting.NONE,
        true,
        secrets);
  }

  /** Everything that a run says, sends or leaves behind, searched for each secret in each form. */
  @Test
  void run_secrets_standNowhereInTheClear() throws IOException {
    server.queueProtected(LinkCounting.SUN, new JobSecrets("C0FFEE42", "BEEF", KEYS));
    pile.add(new FakeTag(1, "NTAG216"));
    StationSummary summary = run();
    List<String> places = new ArrayList<>();
    places.add(news + " " + summary + " " + server.taken() + " " + Json.write(summary.labels()));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        places.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertTrue(places.size() > 2, places::toString);
    for (String place : places) {
      KEYS.forEach(key -> assertHidden(key, place));
      assertHidden("C0FFEE42", place);
    }
  }

  private static void assertHidden(String digits, String place) {
    byte[] secret = Bytes.ofHex(digits).toArray();
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(secret);
    assertFalse(place.toUpperCase(Locale.ROOT).contains(digits), digits);
    assertFalse(place.contains(base64), base64);
    assertFalse(place.contains(new String(secret, StandardCharsets.ISO_8859_1)), digits);
  }

  private StationNews.CardVerified verified(StationSummary summary) {
    assertEquals(1, summary.verified());
    return news.stream()
        .filter(one -> one instanceof StationNews.CardVerified)
        .map(StationNews.CardVerified.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private StationEvent.Encoded told() {
    return Objects.requireNonNull(server.taken().getFirst().encoded());
  }

  private StationSummary run() {
    FakeReader reader = new FakeReader(clock, () -> Optional.ofNullable(pile.poll()), () -> {});
    StationSettings settings =
        new StationSettings(
            true, Duration.ofSeconds(60), clock, () -> "event-" + events.incrementAndGet(), clock);
    try (Journal journal = Journal.open(folder, clock, new Random(7))) {
      return new Station(
              http, server.address(), TOKEN, List.of(reader), journal, settings, news::add)
          .run();
    }
  }
}
