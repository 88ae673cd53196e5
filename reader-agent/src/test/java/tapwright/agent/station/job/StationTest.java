package tapwright.agent.station.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.station.FakeClock;
import tapwright.agent.station.FakeReader;
import tapwright.agent.station.FakeTag;
import tapwright.agent.station.StationFault;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.Waiter;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.server.ServerAddress;
import tapwright.agent.station.server.StationToken;
import tapwright.core.Checked;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.wire.StationEvent;
import tapwright.core.wire.WireContact;

class StationTest {

  private static final StationToken TOKEN = new StationToken("secret-token-0123456789");

  @TempDir Path folder;
  private final FakeClock clock = new FakeClock();
  private final List<StationNews> news = new ArrayList<>();
  private final Deque<FakeTag> pile = new ArrayDeque<>();
  private FakeServer server;
  private HttpClient http;
  private @Nullable Journal journal;
  private int eventNumber;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer(TOKEN.value(), clock);
    http = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() {
    if (journal != null) {
      journal.close();
    }
    http.close();
    server.close();
  }

  @Test
  void run_queueOfJobs_isMadeAndToldOnce() {
    server.queue(3);
    lay(3);
    StationSummary summary = run();
    assertEquals(3, summary.verified());
    assertEquals(0, summary.open());
    assertEquals(0, summary.untold());
    assertEquals(3, server.taken().size());
    StationEvent first = server.taken().getFirst();
    assertEquals(StationEvent.Kind.VERIFIED, first.kind());
    StationEvent.Encoded encoded = first.encoded();
    assertTrue(encoded != null && encoded.uid().equals("04000000000001"));
  }

  @Test
  void run_jobWithMirror_putsLinkWithPlaceholderFirstAndContactSecond() {
    server.queue(1);
    lay(1);
    FakeTag tag = pile.getFirst();
    run();
    NdefMessage message = NdefMessage.decode(tag.content).orThrow();
    assertEquals(
        Optional.of("https://cards.example.com/t/SLUG0?m=" + EncodeRequest.MIRROR_PLACEHOLDER),
        message.records().get(0).uri());
    assertTrue(message.records().get(1).isMediaType("text/vcard"));
  }

  @Test
  void run_answersLost_sendsTheSameEventsAgain() {
    server.queue(2);
    server.loseAnswers(2);
    lay(2);
    StationSummary summary = run();
    assertEquals(0, summary.untold());
    assertEquals(2, server.taken().size());
    assertTrue(server.eventsSent() > 2, "sent " + server.eventsSent());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 408, 429, 302, 404, 405, 409, 410})
  void run_serverAwayForAWhile_keepsEventsAndSendsThemLater(int status) {
    server.queue(2);
    lay(2);
    server.answerEventsWith(status, 4);
    StationSummary summary = run();
    assertEquals(0, summary.untold());
    assertEquals(2, server.taken().size());
    assertEquals(
        1, news.stream().filter(one -> one instanceof StationNews.Notice).count(), news::toString);
  }

  @Test
  void run_serverGone_worksOnWithLeasedJobsAndTellsAfterARestart() {
    server.queue(3);
    lay(3);
    server.goAwayAfterLease();
    StationSummary away = runFor(20);
    assertEquals(3, away.verified());
    assertEquals(3, away.untold());
    server.comeBack();
    StationSummary back = run();
    assertTrue(away.serverAway());
    assertEquals(0, back.untold());
    assertFalse(back.serverAway());
    assertEquals(3, server.taken().size());
  }

  @Test
  void run_chipThatFitsALaterJobOnly_getsThatOne() {
    server.queueCounting(0, LinkCounting.MIRROR);
    server.queueCounting(1, LinkCounting.NONE);
    lay(2);
    pile.getFirst().cannotMirror = true;
    StationSummary summary = run();
    assertEquals(2, summary.verified());
    assertEquals(Map.of(), summary.causes());
  }

  @Test
  void run_chipThatFitsNoJob_isRefusedOnceWithTheChipsThatAreNeeded() {
    server.queueCounting(0, LinkCounting.MIRROR);
    server.queueCounting(1, LinkCounting.MIRROR);
    lay(3);
    pile.getFirst().cannotMirror = true;
    StationSummary summary = run();
    assertEquals(2, summary.verified());
    assertEquals(Map.of("tag-mirror-unsupported", 1), summary.causes());
  }

  @Test
  void run_serverNeverThere_saysSoOnceAndEndsWithItsPatience() {
    server.goAway();
    StationSummary summary = run();
    assertTrue(summary.serverAway());
    assertEquals(0, summary.verified());
    assertEquals(1, news.stream().filter(one -> one instanceof StationNews.Notice).count());
  }

  @Test
  void run_eventTheServerCannotRead_isParkedAndTheOthersAreTold() {
    server.queue(3);
    lay(3);
    server.rejectEventsOf("job-1");
    StationSummary summary = run();
    assertEquals(1, summary.untold());
    assertEquals(Map.of("station-event-parked", 1), summary.causes());
    assertEquals(
        List.of("job-0", "job-2"), server.taken().stream().map(StationEvent::jobId).toList());
  }

  @Test
  void run_eventThatWasParked_isTriedAgainByTheNextRun() {
    server.queue(1);
    lay(1);
    server.rejectEventsOf("job-0");
    run();
    server.rejectEventsOf("");
    assertEquals(0, run().untold());
    assertEquals(1, server.taken().size());
  }

  @Test
  void run_requestTooLarge_isSentOneByOne() {
    server.queue(3);
    lay(3);
    server.goAwayAfterLease();
    runFor(20);
    server.comeBack();
    server.answerEventsWith(413, 1);
    assertEquals(0, run().untold());
    assertEquals(List.of(3, 1, 1, 1), server.eventsAtOnce());
    assertEquals(3, server.taken().size());
  }

  @Test
  void run_anotherServer_isNotToldOfTheFirstOnesCards() throws IOException {
    server.queue(1);
    lay(1);
    server.goAwayAfterLease();
    assertEquals(1, runFor(20).untold());
    FakeServer first = server;
    try (FakeServer second = new FakeServer(TOKEN.value(), clock)) {
      server = second;
      assertEquals(0, run().untold());
      assertEquals(0, second.eventsSent());
    }
    server = first;
    server.comeBack();
    assertEquals(0, run().untold());
    assertEquals(1, server.taken().size());
  }

  @Test
  void run_leaseRefused_showsBeforeAnythingIsParked() {
    server.queue(1);
    lay(1);
    server.goAwayAfterLease();
    runFor(20);
    server.comeBack();
    server.rejectEventsOf("job-0");
    server.answerLeasesWith(404, "no such path");
    int sent = server.eventsSent();
    assertThrows(StationFault.LeaseRefused.class, this::run);
    assertEquals(sent, server.eventsSent());
  }

  @Test
  void run_unreadableCardThatStays_isReportedOnceAndPatienceEnds() {
    server.queue(1);
    FakeReader reader =
        new FakeReader(
            clock,
            () -> {
              throw new ReaderFault.AnswerUnknown("reading", "6D00");
            },
            () -> {});
    reader.occupied = true;
    assertEquals(1, station(reader, clock).run().open());
    assertEquals(
        1,
        news.stream().filter(one -> one instanceof StationNews.ReaderFailed).count(),
        news::toString);
  }

  @Test
  void run_again_labelsTheCardsOfEarlierRunsToo() {
    server.queue(2);
    lay(2);
    assertEquals(2, run().labels().size());
    assertEquals(2, run().labels().size());
  }

  @Test
  void run_eventTheServerRefuses_isReported() {
    server.queue(1);
    lay(1);
    server.refuseEvents("uid-live-twice");
    assertEquals(Map.of("uid-live-twice", 1), run().causes());
  }

  @Test
  void run_tokenNotKnown_isAFaultWithoutTheToken() {
    server.forgetToken();
    StationFault fault = assertThrows(StationFault.TokenRejected.class, this::run);
    assertFalse(String.valueOf(fault.getMessage()).contains(TOKEN.value()));
    assertFalse(TOKEN.toString().contains(TOKEN.value()));
  }

  @Test
  void run_leaseRefused_isAFaultWithTheServersWords() {
    server.answerLeasesWith(422, "max is 50; allowed are 1 to 10");
    StationFault fault = assertThrows(StationFault.LeaseRefused.class, this::run);
    assertTrue(String.valueOf(fault.getMessage()).endsWith("max is 50; allowed are 1 to 10"));
  }

  @Test
  void run_killedAfterLease_goesOnFromTheJournal() {
    server.queue(2);
    lay(2);
    server.goAwayAfterLease();
    runFor(2);
    lay(2);
    server.comeBack();
    StationSummary summary = run();
    assertEquals(0, summary.open());
    assertEquals(2, server.taken().size());
    assertEquals(2, server.leasesGiven());
  }

  @Test
  void run_cardTornAndServerAway_isFinishedAsTheSameJob() {
    server.queue(2);
    lay(2);
    FakeTag torn = pile.getFirst();
    pile.addLast(torn);
    int[] moment = {0};
    StationSummary summary =
        station(
                () -> {
                  moment[0]++;
                  if (moment[0] == 3) {
                    throw new ReaderFault.TagGone("writing", null);
                  }
                })
            .run();
    assertEquals(2, summary.verified());
    assertEquals(2, server.taken().stream().map(StationEvent::jobId).distinct().count());
    assertTrue(torn.isWhole());
  }

  @Test
  void run_leaseOverBeforeTheCardCame_givesTheJobBack() {
    server.queue(1);
    server.leaseFor(Duration.ofSeconds(-1));
    StationSummary summary = run();
    assertEquals(0, summary.open());
    assertEquals(StationEvent.Kind.RELEASED, server.taken().getFirst().kind());
  }

  @Test
  void run_jobWithUnusableLink_isRefusedWithoutACard() {
    server.queueLink("ftp://cards.example.com/t/X");
    StationSummary summary = run();
    assertEquals(Map.of("job-content", 1), summary.causes());
    StationEvent.Problem problem = server.taken().getFirst().problem();
    assertTrue(problem != null && problem.message().contains("its scheme is ftp"));
  }

  /** The server keeps reasons in the clear: the planted value stands in none. */
  @ParameterizedTest
  @CsvSource({
    "Sample Person, PLANTED-42, contact-form, phone",
    "Sample\u202EPLANTED-42, '', contact-character, name"
  })
  void run_jobWithUnusableContact_namesTheFieldAndNotTheValue(
      String name, String phone, String code, String field) {
    server.queueContact(new WireContact(name, "", "", phone, "", ""));
    assertEquals(Map.of("job-content", 1), run().causes());
    StationEvent.Problem problem = server.taken().getFirst().problem();
    assertTrue(problem != null && problem.message().contains(field + " is refused with " + code));
    assertFalse(problem.message().contains("PLANTED"), problem.message());
    assertFalse(news.toString().contains("PLANTED"), news.toString());
  }

  @Test
  void run_answerOfANewerServer_isReadWithoutWhatIsNew() {
    server.queue(1);
    server.addUnknownFields();
    lay(1);
    assertEquals(1, run().verified());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"jobs\":[{\"jobId\":\"j\"}]}", "null", "[]", "<html>", "{}"})
  void run_answerNotOfTheContract_isAskedForAgain(String body) {
    server.answerLeasesOnceWith(body);
    server.queue(1);
    lay(1);
    assertEquals(1, run().verified());
  }

  @ParameterizedTest
  @CsvSource({
    "https://cards.example.com, true",
    "https://cards.example.com/shop/, true",
    "http://127.0.0.1:8080, true",
    "http://[::1]:8080, true",
    "http://localhost, true",
    "http://127.0.0.1:65535, true",
    "http://127.0.0.1:65536, false",
    "http://127.0.0.1:0, false",
    "http://cards.example.com, false",
    "ftp://cards.example.com, false",
    "cards.example.com, false",
    "https://user@cards.example.com, false",
    "https://cards.example.com/?a=b, false",
    "'https://a b', false",
    "'', false"
  })
  void address_anyText_isTakenOnlyWhereTheTokenIsSafe(String text, boolean taken) {
    assertEquals(taken, ServerAddress.of("--server", text) instanceof Checked.Passed);
  }

  @ParameterizedTest
  @CsvSource({
    "https://u:hidden@cards.example.com, https://cards.example.com",
    "https://cards.example.com:99/a?k=hidden@x, https://cards.example.com:99/a",
    "https://cards.example.com/#hidden, https://cards.example.com/",
    "https://u:hid den@cards.example.com, …",
    "u:hidden@cards.example.com, …"
  })
  void address_withPartsForSecrets_isRefusedWithoutThem(String text, String shown) {
    String refusal = ServerAddress.of("--server", text).toString();
    assertTrue(refusal.contains("'" + shown + "' with user info"), refusal);
    assertFalse(refusal.contains("hid"), refusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "short", "0123456789abcdef\nsecond-line-of-it", "with a space in it!"})
  void token_anyOtherText_isRefusedWithoutShowingIt(String text) {
    Checked<StationToken> checked = StationToken.of("FILE", text);
    assertTrue(checked instanceof Checked.Refused);
    assertTrue(text.isEmpty() || !checked.toString().contains(text));
  }

  private StationSummary run() {
    return station(() -> {}).run();
  }

  /** A station that is stopped after so many looks at its reader, as by its operator. */
  private StationSummary runFor(int looks) {
    int[] left = {looks};
    Station[] station = new Station[1];
    station[0] =
        station(
            () -> {
              left[0]--;
              if (left[0] == 0) {
                station[0].stop();
              }
            });
    return station[0].run();
  }

  private Station station(Runnable moment) {
    FakeReader reader = new FakeReader(clock, () -> Optional.ofNullable(pile.poll()), moment);
    Waiter waiter =
        time -> {
          clock.pause(time);
          moment.run();
        };
    return station(reader, waiter);
  }

  private Station station(FakeReader reader, Waiter waiter) {
    return new Station(
        http,
        server.address(),
        TOKEN,
        List.of(reader),
        reopened(),
        new StationSettings(true, Duration.ofSeconds(60), clock, this::eventId, waiter),
        news::add);
  }

  /** As after a restart of the process. */
  private Journal reopened() {
    if (journal != null) {
      journal.close();
    }
    journal = Journal.open(folder, clock, new Random(1));
    return journal;
  }

  private String eventId() {
    eventNumber++;
    return "event-" + eventNumber;
  }

  private void lay(int count) {
    IntStream.rangeClosed(1, count).forEach(i -> pile.add(new FakeTag(i, "NTAG216")));
  }
}
