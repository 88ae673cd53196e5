package tapwright.server.main.serve;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.card.CardLinks;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.duty.KeepRecordSmall;
import tapwright.server.front.FrontSettings;
import tapwright.server.http.Api;
import tapwright.server.main.installation.ForgottenFile;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.people.PeopleDoor;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.WhenStoreAway;
import tapwright.server.record.Ledger;
import tapwright.server.tap.TapRoutes;

/** The server as a whole: wired, listening, and able to stop without losing anything. */
public final class RunningServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final Listening listening;
  private final Ledger store;
  private final HitPath hits;
  private final List<Rounds> rounds;
  private final Watching watching;
  private final Optional<URI> figures;
  private final PeopleDoor people;
  private final PaymentsDoor payments;

  private RunningServer(Listening listening, Ledger store, HitPath hits, Beside beside) {
    this.listening = listening;
    this.store = store;
    this.hits = hits;
    this.rounds = beside.rounds();
    this.watching = beside.watching();
    this.figures = beside.figures();
    this.people = beside.people();
    this.payments = beside.payments();
  }

  private record Beside(
      List<Rounds> rounds,
      Watching watching,
      Optional<URI> figures,
      PeopleDoor people,
      PaymentsDoor payments) {}

  /**
   * Where to listen.
   *
   * @param port 0 for any that is free
   * @param publicUrl what cards' links begin with; absent for the address that is listened on
   */
  record Address(String host, int port, Optional<URI> publicUrl) {}

  /**
   * What whoever runs it has a say in.
   *
   * @param whenStoreAway what becomes of hits while the record cannot be reached
   * @param keeping how long is kept what need not be kept for ever
   * @param watched what is to be seen of it
   * @param front how it is met
   * @param business how it deals with customers and programs
   * @param inRounds whether it does by itself what is due; else somebody has it done
   */
  record Conduct(
      WhenStoreAway whenStoreAway,
      KeepRecordSmall.Limits keeping,
      Watching.Wish watched,
      FrontSettings front,
      Business business,
      boolean inRounds) {

    /** With the usual business. */
    Conduct(
        WhenStoreAway whenStoreAway,
        KeepRecordSmall.Limits keeping,
        Watching.Wish watched,
        FrontSettings front) {
      this(whenStoreAway, keeping, watched, front, Business.USUAL);
    }

    /** Does by itself what is due. */
    Conduct(
        WhenStoreAway whenStoreAway,
        KeepRecordSmall.Limits keeping,
        Watching.Wish watched,
        FrontSettings front,
        Business business) {
      this(whenStoreAway, keeping, watched, front, business, true);
    }

    private static final Duration FOR_EVER = ServerSettings.LONGEST_KEPT;

    /** Answers no hit that it cannot store, keeps all, and speaks plain HTTP. */
    static final Conduct CAREFUL =
        new Conduct(
            WhenStoreAway.REFUSE,
            new KeepRecordSmall.Limits(FOR_EVER, FOR_EVER),
            Watching.Wish.NOTHING,
            FrontSettings.PLAIN);

    /** The same for a server that does what is due when it is told to, and at no other time. */
    static final Conduct BY_HAND =
        new Conduct(
            CAREFUL.whenStoreAway(),
            CAREFUL.keeping(),
            CAREFUL.watched(),
            CAREFUL.front(),
            Business.USUAL,
            false);
  }

  /** Starts to listen; hits are answered 503 until the server is whole. */
  static RunningServer start(Installation installation, Packs packs, Address address) {
    return start(installation, packs, address, Conduct.CAREFUL);
  }

  /** As above, run as one says. */
  static RunningServer start(
      Installation installation, Packs packs, Address address, Conduct conduct) {
    Vertx vertx = Transport.vertx();
    try {
      ForgottenFile.in(installation.folder()).catchUp(installation.store());
      Door door = new Door();
      Listening listening = Listening.at(vertx, door, address, conduct.front());
      URI publicUrl = address.publicUrl().orElse(listening.url());
      Watching watching = new Watching(conduct.watched(), installation);
      listening.handshakes().ifPresent(watching::count);
      HitPath hits = HitPath.open(vertx, installation, conduct.whenStoreAway(), watching.hits());
      RecordOutage outage = new RecordOutage(installation.clock());
      TapRoutes.UseCases taps =
          new TapRoutes.UseCases(hits.desk(), Wiring.shareContact(installation), outage);
      boolean secure = "https".equalsIgnoreCase(publicUrl.getScheme());
      Business business = conduct.business();
      Wiring wiring = new Wiring(vertx, installation, watching, secure, business);
      PeopleDoor people = PeopleDoor.open(installation, publicUrl, conduct.front().proxies());
      PaymentsDoor payments = PaymentsDoor.open(installation, business.payments());
      Notices notices = new Notices(vertx, installation, business.outward());
      Wiring.Doors doors =
          new Wiring.Doors(
              payments.cases(), payments.paying(), notices.useCases(), people.visitors());
      Api.UseCases useCases = wiring.useCases(packs, new CardLinks(publicUrl), doors);
      door.open(wiring.router(taps, useCases), conduct.front(), publicUrl);
      List<Rounds> rounds = new ArrayList<>();
      if (conduct.inRounds()) {
        boolean mail = business.outward().mailFrom().isPresent();
        rounds.addAll(RoundsBeside.start(installation, conduct.keeping(), mail, outage));
        rounds.add(RoundsBeside.refunds(payments.reconcile(), outage));
        rounds.add(
            RoundsBeside.tasks(
                installation, useCases.carryOut(), business.claims().carriesOut(), outage));
        rounds.addAll(notices.start(outage));
      }
      Optional<Watching.Shown> shown = watching.show(vertx, hits, outage);
      shown.ifPresent(figures -> rounds.addAll(figures.rounds()));
      return new RunningServer(
          listening,
          installation.store(),
          hits,
          new Beside(rounds, watching, shown.map(Watching.Shown::url), people, payments));
    } catch (RuntimeException e) {
      Awaited.of(vertx.close());
      throw e;
    }
  }

  /** Where it listens. */
  URI url() {
    return listening.url();
  }

  /** Where plain HTTP is sent on to TLS; absent where nobody listens for it. */
  Optional<Integer> redirectPort() {
    return listening.redirectPort();
  }

  /** Where its figures are; empty where nobody wanted any. */
  Optional<URI> figures() {
    return figures;
  }

  /** How it waits for sockets: {@code epoll} where Linux's own way is there, else {@code nio}. */
  String transport() {
    return listening.vertx().isNativeTransportEnabled() ? "epoll" : "nio";
  }

  /**
   * Says that it is not ready, for as long as it was told to; then takes no more requests, answers
   * those that it has taken, and closes the record.
   */
  @Override
  public void close() {
    sayItStops();
    close(STOP_LIMIT);
  }

  /** Says that it is not ready any more; returns when whoever watches it has had time to see. */
  void sayItStops() {
    watching.stop();
  }

  /**
   * Closes within the limit, of which requests have the first half: an event loop that is stuck
   * keeps neither the process nor the record.
   *
   * <p>One after the other from this thread: a step that follows on an event loop would find the
   * loop ended by the step before it.
   */
  void close(Duration limit) {
    Duration forRequests = limit.dividedBy(2);
    Duration forLoops = limit.dividedBy(4);
    awaitEnd(
        listening.http().shutdown(forRequests.toMillis(), TimeUnit.MILLISECONDS),
        limit.minus(forLoops));
    awaitEnd(listening.vertx().close(), forLoops);
    rounds.forEach(one -> one.close(forLoops.dividedBy(rounds.size())));
    people.close();
    payments.close();
    store.close();
    hits.close();
  }

  private static void awaitEnd(Future<?> ending, Duration limit) {
    try {
      ending
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      LOG.warn("the server did not stop cleanly within {}", limit, e);
    }
  }
}
