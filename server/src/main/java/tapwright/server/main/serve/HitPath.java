package tapwright.server.main.serve;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.tap.HitClassing;
import tapwright.core.tap.PreviewAgents;
import tapwright.server.app.hit.Detour;
import tapwright.server.app.hit.HitRules;
import tapwright.server.app.hit.SunKeyRing;
import tapwright.server.app.hit.TakeHits;
import tapwright.server.app.watch.HitWatch;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.main.settings.WhenStoreAway;
import tapwright.server.record.card.SecretSeal;
import tapwright.server.security.SecretVault;
import tapwright.server.store.spool.SpoolFile;

/**
 * The way of hits through the server: the desk that takes them, and the detour that it may take.
 */
public final class HitPath implements AutoCloseable {

  /** The server's system property for how many hits it stores in one transaction at most. */
  public static final String HITS_A_COMMIT = "tapwright.hits-a-commit";

  /** The spool in the state folder. */
  public static final String SPOOL = "hits.spool";

  private static final Logger LOG = LoggerFactory.getLogger(HitPath.class);

  /** As many as there are cards in the store's own cache. */
  private static final int SIGNING_CARDS_KEPT = 20_000;

  /** How often it is tried whether the record is back. */
  private static final long TRY_AGAIN_MILLIS = 1_000;

  private final TakeHits desk;
  private final Optional<Spool> spool;
  private final Path file;

  private record Spool(SpoolFile file, ExecutorService thread, Detour detour) {

    static Spool open(Path path, Path aside, HitWatch watch) {
      SpoolFile file = SpoolFile.open(path, aside, SpoolFile.LIMIT_BYTES);
      ExecutorService thread =
          Executors.newSingleThreadExecutor(Thread.ofPlatform().name("hit-spool").factory());
      return new Spool(file, thread, new Detour(file, thread, watch));
    }

    void close() {
      thread.close();
      file.close();
    }
  }

  private HitPath(TakeHits desk, Optional<Spool> spool, Path file) {
    this.desk = desk;
    this.spool = spool;
    this.file = file;
  }

  /** Opens the path; hits that an earlier run left in the spool are put on record first. */
  static HitPath open(Vertx vertx, Installation installation, WhenStoreAway away, HitWatch watch) {
    HitRules rules = rules(new SecretVault(installation.keys(), installation.random()));
    Path file = installation.folder().resolve(SPOOL);
    boolean spools = away == WhenStoreAway.SPOOL;
    Optional<Spool> spool =
        spools || Files.exists(file)
            ? Optional.of(Spool.open(file, SpoolFile.asideOf(file), watch))
            : Optional.empty();
    spool.ifPresent(left -> drain(left, installation, rules));
    TakeHits desk =
        new TakeHits(
            installation.store(),
            rules,
            limits(),
            new TakeHits.Beside(spool.filter(open -> spools).map(Spool::detour), watch));
    if (spools) {
      vertx.setPeriodic(TRY_AGAIN_MILLIS, timer -> tryAgain(desk));
    }
    return new HitPath(desk, spool, file);
  }

  /**
   * Puts the hits of a journal on the record; fails where that cannot be done.
   *
   * @return how many the record can never take, and which are kept in {@link #aside}
   */
  public static int putOnRecord(Path journal, Installation installation) {
    Spool spool = Spool.open(journal, aside(installation.folder()), HitWatch.NOBODY);
    try {
      drain(
          spool, installation, rules(new SecretVault(installation.keys(), installation.random())));
      if (spool.file().size() > 0) {
        throw new ServerFault(
            spool.file().size()
                + " hits that waited beside the record are not on it, since it does not take them;"
                + " empty the database and restore again");
      }
      return spool.file().setAside();
    } finally {
      spool.close();
    }
  }

  /** Where hits are kept that the record can never take. */
  public static Path aside(Path stateFolder) {
    return SpoolFile.asideOf(stateFolder.resolve(SPOOL));
  }

  private static void tryAgain(TakeHits desk) {
    CompletableFuture<Boolean> _ = desk.tryAgain();
  }

  private static void drain(Spool spool, Installation installation, HitRules rules) {
    int waiting = spool.file().size();
    if (spool.detour().drainAll(installation.store(), rules).join() && waiting > 0) {
      LOG.info("{} hits out of the spool are on record", waiting - spool.file().setAside());
    }
  }

  /** By what hits are classed. */
  public static HitRules rules(SecretSeal secrets) {
    return new HitRules(
        new HitClassing(previewAgents()), new SunKeyRing(secrets, SIGNING_CARDS_KEPT));
  }

  /** As usual, but where a benchmark wants to see what batches are worth. */
  private static TakeHits.Limits limits() {
    TakeHits.Limits usual = TakeHits.Limits.USUAL;
    return new TakeHits.Limits(usual.queued(), Integer.getInteger(HITS_A_COMMIT, usual.batch()));
  }

  /** The list that is shipped. */
  public static PreviewAgents previewAgents() {
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

  /** When the hit came that has been in the spool the longest; empty where none is there. */
  Optional<Instant> spooledSince() {
    return spool.flatMap(open -> open.detour().oldest());
  }

  /** How large the spool is on disk. */
  long spoolBytes() {
    return file.toFile().length();
  }

  /** To be called once the store is closed: what waits then, waits for the next start. */
  @Override
  public void close() {
    spool.ifPresent(Spool::close);
  }
}
