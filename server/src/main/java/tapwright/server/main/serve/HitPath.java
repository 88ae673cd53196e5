package tapwright.server.main.serve;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tapwright.core.tap.HitClassing;
import tapwright.core.tap.PreviewAgents;
import tapwright.server.app.hit.Detour;
import tapwright.server.app.hit.HitRules;
import tapwright.server.app.hit.SunKeyRing;
import tapwright.server.app.hit.TakeHits;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.ServerFault;
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

  /** What becomes of hits while the record cannot be reached. */
  enum WhenStoreAway {
    /** They are answered 503. */
    REFUSE,
    /** Those of known cards are journaled on this machine and answered; the others 503. */
    SPOOL;

    /** Reads what is typed, which is what help shows. */
    static final class Word implements ITypeConverter<WhenStoreAway> {
      @Override
      public WhenStoreAway convert(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
          case "refuse" -> REFUSE;
          case "spool" -> SPOOL;
          default ->
              throw new TypeConversionException(
                  "--when-store-away is " + word + ", allowed are refuse and spool");
        };
      }
    }
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
  static HitPath open(Vertx vertx, Installation installation, WhenStoreAway away) {
    HitRules rules = rules(new SecretVault(installation.keys(), installation.random()));
    Path file = installation.folder().resolve(SPOOL);
    boolean spools = away == WhenStoreAway.SPOOL;
    Optional<Spool> spool =
        spools || Files.exists(file) ? Optional.of(Spool.open(file)) : Optional.empty();
    spool.ifPresent(left -> drain(left, installation, rules));
    TakeHits desk =
        new TakeHits(
            installation.store(), rules, limits(), spool.filter(open -> spools).map(Spool::detour));
    if (spools) {
      vertx.setPeriodic(TRY_AGAIN_MILLIS, timer -> tryAgain(desk));
    }
    return new HitPath(desk, spool);
  }

  /** Puts the hits of a journal on the record; fails where that cannot be done. */
  public static void putOnRecord(Path journal, Installation installation) {
    Spool spool = Spool.open(journal);
    try {
      drain(
          spool, installation, rules(new SecretVault(installation.keys(), installation.random())));
      if (spool.file().size() > 0) {
        throw new ServerFault(
            spool.file().size()
                + " hits that waited beside the record are not on it, since it does not take them;"
                + " empty the database and restore again");
      }
    } finally {
      spool.close();
    }
  }

  private static void tryAgain(TakeHits desk) {
    CompletableFuture<Boolean> _ = desk.tryAgain();
  }

  private static void drain(Spool spool, Installation installation, HitRules rules) {
    int waiting = spool.file().size();
    if (spool.detour().drainAll(installation.store(), rules).join() && waiting > 0) {
      LOG.info("{} hits out of the spool are on record", waiting);
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

  /** To be called once the store is closed: what waits then, waits for the next start. */
  @Override
  public void close() {
    spool.ifPresent(Spool::close);
  }
}
