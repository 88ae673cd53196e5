package tapwright.agent.main.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.encode.TimeAndChance;
import tapwright.agent.encode.reader.TagEncodingReader;
import tapwright.agent.pcsc.PollClock;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.print.QrSheet;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannels;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.job.StationSettings;
import tapwright.agent.station.job.StationSummary;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.server.StationToken;
import tapwright.core.Bytes;

/**
 * The whole path on the real parts: a server and a station as two processes, tags that behave to
 * the page, people who tap, and claims that the policies decide.
 */
public final class Demo {

  /** How long an operator may take for the next card on a real reader. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Settings settings;
  private final Surroundings world;
  private final Stage stage;

  public Demo(Settings settings, Surroundings world) {
    this.settings = settings;
    this.world = world;
    this.stage = new Stage(world.out(), settings.terminal());
  }

  /** Plays all scenes; then ends, or stays up until the user ends it. */
  public void play() {
    Launcher launcher = new Launcher(settings.launcher(), settings.folder());
    Path stationToken = settings.folder().resolve("station.token");
    Path shopToken = settings.folder().resolve("shop.token");
    stage.scene("Server");
    launcher.run(
        "token",
        "create",
        "--scope",
        "station",
        "--name",
        "demo-station",
        "--out",
        path(stationToken));
    launcher.run(
        "token", "create", "--scope", "shop", "--name", "demo-shop", "--out", path(shopToken));
    SampleHolidays.write(
        settings.folder(), LocalDate.ofInstant(world.time().instant(), ZoneOffset.UTC));
    try (LocalServer server = LocalServer.start(launcher, settings.port())) {
      stage.line(
          server.url() + ", a process of its own (" + server.pid() + ") on an embedded database");
      Shop shop = new Shop(http(), server.url(), read(shopToken), world.ids()::next);
      List<DemoCard> cards = order(shop);
      Made made = encode(server.url(), new StationToken(read(stationToken)), cards);
      print(made.summary());
      Map<Integer, Casting> roles = Casting.over(cards.stream().map(DemoCard::sample).toList());
      stage.scene("People");
      new PeopleScene(stage, shop, new Phone(http())).play(cards, made.chips(), roles);
      stage.scene("Claims");
      new ClaimsScene(stage, shop).play(cards, roles);
      farewell(server, cards.getFirst());
    }
  }

  private List<DemoCard> order(Shop shop) {
    stage.scene("Order");
    List<SampleContact> samples = SampleContact.first(settings.cards());
    Map<Integer, Casting> roles = Casting.over(samples);
    List<Map<String, Object>> orders = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      orders.add(orderOf(samples.get(i), Optional.ofNullable(roles.get(i))));
    }
    JsonNode placed = shop.placeOrders(orders);
    List<DemoCard> cards = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      JsonNode card = placed.get(i);
      cards.add(
          new DemoCard(
              samples.get(i),
              card.path("cardId").asText(),
              card.path("link").asText(),
              card.path("qrLink").asText()));
    }
    stage.line(cards.size() + " sample contacts from a CSV became orders, cards and encode jobs");
    return cards;
  }

  private static Map<String, Object> orderOf(SampleContact sample, Optional<Casting> role) {
    Map<String, Object> order = new HashMap<>();
    order.put("order", sample.order());
    order.put("pack", sample.pack());
    order.put("contact", sample.contact());
    role.ifPresent(played -> order.put("facts", played.purchase()));
    return order;
  }

  private Made encode(URI server, StationToken token, List<DemoCard> cards) {
    stage.scene("Station");
    return settings.readerName().isPresent()
        ? encodeOn(realReader(settings.readerName().get()), server, token, cards)
        : encodeEmulated(server, token, cards);
  }

  private Made encodeEmulated(URI server, StationToken token, List<DemoCard> cards) {
    EmulatedReaders readers = new EmulatedReaders();
    EmulatedReader reader = readers.attach(ReaderKind.ACR122U);
    Readers access = Readers.ofProvider(EmulatedReaders.TYPE, readers.provider(), world.clock());
    try (Feeder feeder = new Feeder(reader, blanks(cards.size()))) {
      stage.line("on " + reader.name() + ", which behaves like an ACR122U");
      feeder.start();
      EncodingScene scene = new EncodingScene(stage, cards.size(), feeder);
      StationSummary summary = work(scene, encoding(access, reader.name()), server, token);
      Map<String, TapSource> chips = new HashMap<>();
      for (DemoCard card : cards) {
        EmulatedTag tag =
            scene
                .cardWithQrLink(card.qrLink())
                .flatMap(made -> feeder.tag(made.tag().uid()))
                .orElseThrow(() -> new DemoFault("no tag was made for " + card.qrLink()));
        chips.put(card.cardId(), new HeldTag(tag));
      }
      return new Made(summary, chips);
    }
  }

  private Made encodeOn(
      EncodingReader reader, URI server, StationToken token, List<DemoCard> cards) {
    stage.line("on " + reader.name() + ": lay " + cards.size() + " blank cards on it, one by one");
    StationListener noFeeder = news -> {};
    EncodingScene scene = new EncodingScene(stage, cards.size(), noFeeder);
    StationSummary summary = work(scene, reader, server, token);
    Map<String, TapSource> chips = new HashMap<>();
    for (DemoCard card : cards) {
      StationNews.CardVerified made =
          scene
              .cardWithQrLink(card.qrLink())
              .orElseThrow(() -> new DemoFault("no card was made for " + card.qrLink()));
      Integer baseline = made.outcome().counterBaseline();
      chips.put(
          card.cardId(),
          new SpokenForTag(card.link(), made.tag().uid(), baseline == null ? 0 : baseline));
    }
    stage.line("their taps are sent from here, as their chips would write them");
    return new Made(summary, chips);
  }

  private StationSummary work(
      EncodingScene scene, EncodingReader reader, URI server, StationToken token) {
    try (Journal journal = Journal.open(settings.folder(), world.time(), new SecureRandom())) {
      return scene.play(
          http(),
          server,
          token,
          reader,
          journal,
          new StationSettings(
              true, PATIENCE, world.time(), world.ids()::next, world.clock()::pause));
    }
  }

  private EncodingReader realReader(String name) {
    return encoding(world.readers(), name);
  }

  private EncodingReader encoding(Readers access, String name) {
    TimeAndChance machine = new TimeAndChance(world.clock()::nanos, new SecureRandom());
    return new TagEncodingReader(
        access.open(name), new TagChannels(ReaderProfiles.inMemory()), machine);
  }

  /** Mostly NTAG215; now and then a smaller or larger chip, as a drawer of blanks has them. */
  private List<EmulatedTag> blanks(int count) {
    List<EmulatedTag> blanks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      EmulatedChip chip =
          switch (i % 5) {
            case 1 -> EmulatedChip.NTAG216;
            case 4 -> EmulatedChip.NTAG213;
            default -> EmulatedChip.NTAG215;
          };
      blanks.add(EmulatedTag.blank(chip, world.random()));
    }
    return blanks;
  }

  private void print(StationSummary summary) {
    stage.scene("Print");
    Bytes sheet = QrSheet.pdf("Tapwright demo", summary.labels()).orThrow();
    Path file = settings.folder().resolve("qr-sheet.pdf");
    try {
      Files.write(file, sheet.toArray());
    } catch (IOException e) {
      throw new DemoFault("cannot write " + file + ": " + e.getMessage(), e);
    }
    stage.line(summary.labels().size() + " QR symbols, each decoded again before it was drawn:");
    stage.line(file.toString());
  }

  private void farewell(LocalServer server, DemoCard card) {
    stage.scene("Where everything lies");
    stage.line("state, journal, tokens, print   " + settings.folder());
    stage.line("a card's link                   " + card.link());
    stage.line("the API's description           " + server.url() + "/openapi.json");
    if (!settings.exit()) {
      stage.line("The server stays up; Ctrl-C ends it.");
      server.awaitEnd();
    }
  }

  private static HttpClient http() {
    return HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(10))
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  private static String path(Path file) {
    return file.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new DemoFault("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** What the station made, and how its chips are tapped. */
  private record Made(StationSummary summary, Map<String, TapSource> chips) {}

  /**
   * What is played.
   *
   * @param cards how many, at least as many as there are claims
   * @param exit whether it ends after the last scene
   * @param readerName a real reader; absent for an emulated one
   * @param port of the server; 0 for any that is free
   * @param folder where its state goes, new
   * @param launcher the script {@code tapwright}
   * @param terminal whether a person watches
   */
  public record Settings(
      int cards,
      boolean exit,
      Optional<String> readerName,
      int port,
      Path folder,
      Path launcher,
      boolean terminal) {}

  /**
   * What it is played in.
   *
   * @param readers the machine's, through the PC/SC provider that the user named
   * @param ids keys that never come twice
   * @param random for the emulated tags' UIDs
   */
  public record Surroundings(
      PrintStream out,
      Readers readers,
      PollClock clock,
      InstantSource time,
      Ids ids,
      RandomGenerator random) {}

  /** A source of keys that never come twice. */
  @FunctionalInterface
  public interface Ids {
    String next();
  }
}
