package tapwright.agent.station.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.VirtualTag;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.station.job.FakeServer;
import tapwright.agent.station.job.RewriteSettings;
import tapwright.agent.station.job.Rewriter;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.TagStanding;
import tapwright.agent.station.server.StationClient;
import tapwright.agent.station.server.StationToken;
import tapwright.core.wire.EncodeJob;

/** A desk that writes cards anew, switched on anew for each card, with nothing but its journal. */
final class RewriteDesk implements AutoCloseable {

  private static final StationToken TOKEN = new StationToken("secret-token-0123456789");
  private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");

  private final Path folder;
  private final FakeServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private int looks;
  private int events;
  private Journal journal;

  RewriteDesk(Path folder) {
    this.folder = folder;
    this.journal = open();
    try {
      this.server = new FakeServer(TOKEN.value(), this::instant);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void tell(VirtualTag tag, EncodeJob job) {
    server.rewrite(tag.uid().toString(), job);
  }

  void loseServer() {
    server.goAway();
  }

  void findServer() {
    server.comeBack();
  }

  TagStanding standingOf(VirtualTag tag) {
    return journal.standingOf(tag.uid());
  }

  /** A stand of it, at which a fault happens. */
  WalkStand stand(WalkFault fault) {
    return new WalkStand(ReaderKind.ACR122U, fault, WalkStand.PRODUCT);
  }

  /** One presentation; what went wrong, by its code. */
  Map<String, Integer> present(WalkStand stand, VirtualTag tag) {
    try {
      return stand.rewrite(tag, this::rewriter).causes();
    } catch (WalkFault.Killed killed) {
      return Map.of("killed", 1);
    } finally {
      journal.close();
      journal = open();
    }
  }

  private Rewriter rewriter(EncodingReader reader) {
    return new Rewriter(
        new StationClient(http, server.address(), TOKEN),
        reader,
        journal,
        new RewriteSettings(1, Duration.ofSeconds(6), this::instant, this::eventId, time -> {}),
        news -> {});
  }

  /** Each look at the clock is a second after the one before, so that no wait is for ever. */
  private Instant instant() {
    looks++;
    return BEGIN.plusSeconds(looks);
  }

  private String eventId() {
    events++;
    return "event-" + events;
  }

  private Journal open() {
    return Journal.open(folder, InstantSource.system(), new Random(looks));
  }

  @Override
  public void close() {
    journal.close();
    http.close();
    server.close();
  }
}
