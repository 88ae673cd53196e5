package tapwright.server.main;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.tap.HitClassing;
import tapwright.core.tap.PreviewAgents;
import tapwright.server.app.Detour;
import tapwright.server.app.HitRules;
import tapwright.server.app.SunKeyRing;
import tapwright.server.app.TakeHits;
import tapwright.server.security.SecretVault;
import tapwright.server.store.SpoolFile;

/**
 * The way of hits through the server: the desk that takes them, and the detour that it may take.
 */
final class HitPath implements AutoCloseable {

  /** The spool in the state folder. */
  static final String SPOOL = "hits.spool";

  private static final Logger LOG = LoggerFactory.getLogger(HitPath.class);

  /** As many as there are cards in the store's own cache. */
  private static final int SIGNING_CARDS_KEPT = 20_000;

  /** How often it is tried whether the record is back. */
  private static final long TRY_AGAIN_MILLIS = 1_000;

  private final TakeHits desk;
  private final Optional<Spool> spool;

  /** What becomes of hits while the record cannot be reached. */
  enum WhenStoreAway {
    /** They are answered 503. */
    REFUSE,
    /** Those of known cards are journaled on this machine and answered; the others 503. */
    SPOOL
  }

  /** How hits are taken. */
  record Settings(WhenStoreAway whenStoreAway, TakeHits.Limits limits) {
    static final Settings USUAL = new Settings(WhenStoreAway.REFUSE, TakeHits.Limits.USUAL);
  }

  private record Spool(SpoolFile file, ExecutorService thread, Detour detour) {

    static Spool open(Path path) {
      SpoolFile file = SpoolFile.open(path, SpoolFile.LIMIT_BYTES);
      ExecutorService thread =
          Executors.newSingleThreadExecutor(Thread.ofPlatform().name("hit-spool").factory());
      return new Spool(file, thread, new Detour(file, thread));
    }

    void close() {
      thread.close();
      file.close();
    }
  }

  private HitPath(TakeHits desk, Optional<Spool> spool) {
    this.desk = desk;
    this.spool = spool;
  }

  /** Opens the path; hits that an earlier run left in the spool are put on record first. */
  static HitPath open(Vertx vertx, Installation installation, Settings settings) {
    HitRules rules = rules(installation);
    Path file = installation.folder().resolve(SPOOL);
    boolean spools = settings.whenStoreAway() == WhenStoreAway.SPOOL;
    Optional<Spool> spool =
        spools || Files.exists(file) ? Optional.of(Spool.open(file)) : Optional.empty();
    spool.ifPresent(left -> drain(left, installation, rules));
    TakeHits desk =
        new TakeHits(
            installation.store(),
            rules,
            settings.limits(),
            spool.filter(open -> spools).map(Spool::detour));
    if (spools) {
      vertx.setPeriodic(TRY_AGAIN_MILLIS, timer -> desk.tryAgain());
    }
    return new HitPath(desk, spool);
  }

  private static void drain(Spool spool, Installation installation, HitRules rules) {
    int waiting = spool.file().size();
    if (spool.detour().drainAll(installation.store(), rules).join() && waiting > 0) {
      LOG.info("{} hits out of the spool are on record", waiting);
    }
  }

  private static HitRules rules(Installation installation) {
    SecretVault secrets = new SecretVault(installation.keys(), installation.random());
    return new HitRules(
        new HitClassing(previewAgents()), new SunKeyRing(secrets, SIGNING_CARDS_KEPT));
  }

  /** The list that is shipped. */
  static PreviewAgents previewAgents() {
    try (InputStream list =
        Objects.requireNonNull(PreviewAgents.class.getResourceAsStream(PreviewAgents.RESOURCE))) {
      return PreviewAgents.parse(new String(list.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ServerFault("the list of preview agents cannot be read; install again", e);
    }
  }

  TakeHits desk() {
    return desk;
  }

  /** To be called once the store is closed: what waits then, waits for the next start. */
  @Override
  public void close() {
    spool.ifPresent(Spool::close);
  }
}
