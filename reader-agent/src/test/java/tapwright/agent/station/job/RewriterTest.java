package tapwright.agent.station.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.Signal;
import tapwright.agent.station.FakeClock;
import tapwright.agent.station.FakeReader;
import tapwright.agent.station.FakeTag;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.TagStanding;
import tapwright.agent.station.server.StationClient;
import tapwright.agent.station.server.StationToken;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Contact;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.wire.RewriteReply;
import tapwright.core.wire.StationEvent;
import tapwright.core.wire.WireContact;

class RewriterTest {

  private static final StationToken TOKEN = new StationToken("secret-token-0123456789");
  private static final WireContact OLD = contact("Sample Person");
  private static final WireContact OTHER = contact("Third Sample");
  private static final WireContact NEW = contact("Another Sample");

  @TempDir Path folder;
  private final FakeClock clock = new FakeClock();
  private final List<StationNews> news = new ArrayList<>();
  private final Deque<FakeTag> pile = new ArrayDeque<>();
  private final FakeTag tag = made(1);
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
    close();
    http.close();
    server.close();
  }

  @Test
  void run_staleCard_isWrittenAnewAndToldOnce() {
    server.rewrite(uid(), "r-1", NEW);
    RewriteSummary summary = run(tag);

    assertEquals(message(NEW), tag.content);
    assertEquals(1, summary.rewritten());
    assertEquals(0, summary.untold());
    assertEquals(Map.of(), summary.causes());
    StationEvent told = server.taken().getFirst();
    assertEquals("r-1", told.jobId());
    assertEquals(StationEvent.Kind.VERIFIED, told.kind());
    assertEquals(message(NEW).toHex(), told.encoded() == null ? "" : told.encoded().message());
    assertEquals(List.of(Signal.GOOD), tag.signals);
    assertInstanceOf(TagStanding.Done.class, opened().standingOf(tag.uid()));
  }

  @ParameterizedTest
  @CsvSource({
    "CURRENT, rewrite-not-needed",
    "LOCKED, rewrite-chip-locked",
    "SIGNED, rewrite-chip-signs",
    "ENDED, rewrite-card-ended",
    "UNKNOWN, rewrite-card-unknown"
  })
  void run_cardThatIsNotToBeWritten_isLeftAsItIs(RewriteReply.Standing standing, String code) {
    server.keep(uid(), standing);
    RewriteSummary summary = run(tag);

    assertEquals(Map.of(code, 1), summary.causes());
    assertEquals(message(OLD), tag.content);
    assertEquals(List.of(Signal.BAD), tag.signals);
    assertInstanceOf(TagStanding.Free.class, opened().standingOf(tag.uid()));
  }

  /** A card locked by somebody else than us: it is told, and is whose it was. */
  @Test
  void run_chipThatTakesNoWrite_isToldAndStaysWhatItWas() {
    server.queue(1);
    FakeTag fresh = new FakeTag(1, "NTAG216");
    makeAtStation(fresh);
    fresh.readOnly = true;
    server.rewrite(uid(), "r-1", NEW);
    RewriteSummary summary = run(fresh);

    assertEquals(Map.of("tag-read-only", 1), summary.causes());
    StationEvent told = server.taken().getLast();
    assertEquals(StationEvent.Kind.REFUSED, told.kind());
    assertEquals("r-1", told.jobId());
    TagStanding.Done standing =
        assertInstanceOf(TagStanding.Done.class, opened().standingOf(tag.uid()));
    assertEquals("job:job-0", standing.owner());
  }

  /**
   * What a torn card was to hold is in the journal: the server is not needed to finish it. Whether
   * it is right by now the server alone knows.
   */
  @Test
  void run_cardTakenAwayInTheMiddle_isFinishedWhenItComesAgain() {
    server.rewrite(uid(), "r-1", NEW);
    RewriteSummary torn = runFailingAt(3, tag);

    assertEquals(FakeTag.TORN, tag.content);
    assertEquals(1, torn.begun());
    assertEquals(0, torn.rewritten());
    server.goAway();
    RewriteSummary finished = run(tag);

    assertEquals(message(NEW), tag.content);
    assertEquals(0, finished.rewritten());
    assertEquals(Map.of("rewrite-server-away", 1), finished.causes());
    assertEquals(List.of(Signal.BAD), tag.signals);
    assertEquals(1, finished.untold());
    assertTrue(finished.serverAway());
    server.comeBack();
    assertEquals(0, run().untold());
    assertEquals("r-1", server.taken().getFirst().jobId());
  }

  @Test
  void run_cardThatWasBegun_isDoneWhenTheServerSaysThatItIsRight() {
    server.rewrite(uid(), "r-1", NEW);
    runFailingAt(3, tag);
    server.keep(uid(), RewriteReply.Standing.CURRENT);
    RewriteSummary finished = run(tag);

    assertEquals(message(NEW), tag.content);
    assertEquals(1, finished.rewritten());
    assertEquals(Map.of(), finished.causes());
    assertEquals(List.of(Signal.GOOD), tag.signals);
  }

  /** What it was begun as was somebody's contact of before when it came again. */
  @Test
  void run_cardThatWasBegunAndIsStaleByNow_isWrittenOnceMoreWhileItLiesThere() {
    server.rewrite(uid(), "r-1", OTHER);
    runFailingAt(3, tag);
    server.rewrite(uid(), "r-2", NEW);
    RewriteSummary finished = run(tag);

    assertEquals(message(NEW), tag.content);
    assertEquals(1, finished.rewritten());
    assertEquals(List.of(Signal.GOOD), tag.signals);
    assertEquals(List.of("r-1", "r-2"), server.taken().stream().map(StationEvent::jobId).toList());
  }

  @Test
  void run_cardThatWasBegunAndCameToItsEnd_isNotDone() {
    server.rewrite(uid(), "r-1", NEW);
    runFailingAt(3, tag);
    server.keep(uid(), RewriteReply.Standing.ENDED);
    RewriteSummary finished = run(tag);

    assertEquals(0, finished.rewritten());
    assertEquals(Map.of("rewrite-card-ended", 1), finished.causes());
  }

  @Test
  void run_cardTakenAwayInTheMiddle_isNobodyElsesUntilThen() {
    server.rewrite(uid(), "r-1", NEW);
    runFailingAt(3, tag);
    server.queue(1);
    pile.add(tag);
    StationSummary station = station();

    assertEquals(Map.of("uid-being-rewritten", 1), station.causes());
    assertEquals(FakeTag.TORN, tag.content);
  }

  @Test
  void run_serverAwayWhenItIsAsked_leavesTheCard() {
    server.goAway();
    RewriteSummary summary = run(tag);

    assertEquals(Map.of("rewrite-server-away", 1), summary.causes());
    assertTrue(summary.serverAway());
    assertEquals(message(OLD), tag.content);
  }

  /** The queue's own run tells it as well, for it may be the next that finds the server. */
  @Test
  void run_serverAwayWhenItIsTold_isToldByAnyRunLater() {
    server.rewrite(uid(), "r-1", NEW);
    server.answerEventsWith(503, 1_000);
    assertEquals(1, run(tag).untold());
    server.answerEventsWith(503, 0);
    StationSummary station = station();

    assertEquals(0, station.untold());
    assertEquals("r-1", server.taken().getFirst().jobId());
  }

  /** Whoever asks the server of a card tells it before what it does not know of it. */
  @Test
  void lateNews_areToldWithoutARun() {
    server.rewrite(uid(), "r-1", NEW);
    server.answerEventsWith(503, 1_000);
    assertEquals(1, run(tag).untold());
    server.answerEventsWith(503, 0);
    LateNews.tell(opened(), new StationClient(http, server.address(), TOKEN), clock, news::add);

    assertEquals("r-1", server.taken().getFirst().jobId());
    assertEquals(0, run().untold());
  }

  @Test
  void run_contactThatNoChipHolds_isToldWithoutItsValue() {
    server.rewrite(uid(), "r-1", new WireContact("Sample", "", "", "PLANTED-42", "", ""));
    RewriteSummary summary = run(tag);

    assertEquals(Map.of("job-content", 1), summary.causes());
    assertEquals(message(OLD), tag.content);
    StationEvent.Problem problem = server.taken().getFirst().problem();
    assertTrue(problem != null && problem.message().contains("phone"), String.valueOf(problem));
    assertFalse(server.taken().toString().contains("PLANTED"));
    assertFalse(news.toString().contains("PLANTED"));
  }

  @Test
  void run_cardLaidDownAgain_isAskedForAgain() {
    server.rewrite(uid(), "r-1", NEW);
    run(tag);
    server.keep(uid(), RewriteReply.Standing.CURRENT);

    assertEquals(Map.of("rewrite-not-needed", 1), run(tag).causes());
    assertEquals(2, server.rewritesAsked());
  }

  @Test
  void run_changedOnceMore_isWrittenOnceMore() {
    server.rewrite(uid(), "r-1", NEW);
    run(tag);
    server.rewrite(uid(), "r-2", OLD);

    assertEquals(1, run(tag).rewritten());
    assertEquals(message(OLD), tag.content);
  }

  /** The same rewrite is told again to a station whose answer was lost. */
  @Test
  void run_cardLiftedBeforeItWasBegun_isGivenBackAndWrittenLater() {
    server.rewrite(uid(), "r-1", NEW);
    runFailingAt(2, tag);
    assertEquals(message(OLD), tag.content);
    assertEquals(1, run(tag).rewritten());
    assertEquals(
        List.of(StationEvent.Kind.RELEASED, StationEvent.Kind.VERIFIED),
        server.taken().stream().map(StationEvent::kind).toList());
  }

  @Test
  void giveUp_cardThatWasBegun_isToldAndNeverTakenAgain() {
    server.rewrite(uid(), "r-1", NEW);
    runFailingAt(3, tag);
    Rewriter rewriter = rewriter(() -> {});

    assertInstanceOf(Checked.Passed.class, rewriter.giveUp("--lost", tag.uid()));
    assertInstanceOf(Checked.Refused.class, rewriter.giveUp("--lost", tag.uid()));
    pile.add(tag);
    assertEquals(Map.of("uid-scrapped", 1), rewriter.run().causes());
    assertEquals(StationEvent.Kind.REFUSED, server.taken().getFirst().kind());
  }

  @Test
  void journal_ofATornCard_holdsNothingOfTheContactInTheClear() throws IOException {
    server.rewrite(uid(), "r-1", NEW);
    runFailingAt(3, tag);
    close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("Another Sample"), file.toString());
        assertFalse(bytes.contains("another@example.com"), file.toString());
      }
    }
  }

  private RewriteSummary run(FakeTag... tags) {
    pile.addAll(List.of(tags));
    return rewriter(() -> {}).run();
  }

  /** Moments: before the card is there, before it is encoded, in its middle, after it. */
  private RewriteSummary runFailingAt(int failing, FakeTag laid) {
    pile.add(laid);
    int[] moments = {0};
    return rewriter(
            () -> {
              moments[0]++;
              if (moments[0] == failing) {
                throw new ReaderFault.TagGone("a page was written", null);
              }
            })
        .run();
  }

  private Rewriter rewriter(Runnable moment) {
    FakeReader reader = new FakeReader(clock, () -> Optional.ofNullable(pile.poll()), moment);
    return new Rewriter(
        new StationClient(http, server.address(), TOKEN),
        reader,
        opened(),
        new RewriteSettings(0, Duration.ofSeconds(20), clock, this::eventId, clock),
        news::add);
  }

  private StationSummary station() {
    return new Station(
            http,
            server.address(),
            TOKEN,
            List.of(new FakeReader(clock, () -> Optional.ofNullable(pile.poll()), () -> {})),
            opened(),
            new StationSettings(true, Duration.ofSeconds(20), clock, this::eventId, clock),
            news::add)
        .run();
  }

  private void makeAtStation(FakeTag fresh) {
    pile.add(fresh);
    assertEquals(1, station().verified());
  }

  /** As after a restart of the process. */
  private Journal opened() {
    close();
    journal = Journal.open(folder, clock, new Random(1));
    return journal;
  }

  private void close() {
    if (journal != null) {
      journal.close();
      journal = null;
    }
  }

  private String eventId() {
    eventNumber++;
    return "event-" + eventNumber;
  }

  private String uid() {
    return tag.uid().toString();
  }

  private static FakeTag made(int number) {
    FakeTag made = new FakeTag(number, "NTAG216");
    made.content = message(OLD);
    return made;
  }

  private static Bytes message(WireContact wire) {
    Contact contact =
        Contact.of(
                wire.name(), wire.title(), wire.company(), wire.phone(), wire.email(), wire.url())
            .orThrow();
    return CardMessages.of(
            new Link("https://cards.example.com/t/SLUG0"), Optional.of(contact), LinkCounting.NONE)
        .getFirst();
  }

  private static WireContact contact(String name) {
    return new WireContact(name, "", "", "", "another@example.com", "");
  }
}
