package tapwright.server.main.people;

import java.net.URI;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import tapwright.server.app.account.AccountMeans;
import tapwright.server.app.account.OwnAccount;
import tapwright.server.app.account.ReturnGuard;
import tapwright.server.app.account.RunSessions;
import tapwright.server.app.account.SessionSecrets;
import tapwright.server.app.account.SignIn;
import tapwright.server.app.provider.AdmitIdentity;
import tapwright.server.app.provider.LeaveForProvider;
import tapwright.server.app.provider.ProviderMeans;
import tapwright.server.app.provider.ProviderWire;
import tapwright.server.app.provider.ReturnFromProvider;
import tapwright.server.app.provider.SellerHosts;
import tapwright.server.http.Api;
import tapwright.server.http.ClientAddress;
import tapwright.server.http.SessionCookie;
import tapwright.server.http.SessionDoor;
import tapwright.server.main.installation.Installation;
import tapwright.server.security.AccountVault;
import tapwright.server.security.OneTimeCodes;
import tapwright.server.security.PasswordVault;
import tapwright.server.security.ProviderVault;
import tapwright.server.security.SessionMarks;

/** What an installation keeps accounts by. */
public final class PeopleMeans {

  /** Each hash takes 19 MiB and a core: two at a time leave taps theirs. */
  private static final int PASSWORDS_AT_ONCE = 2;

  /** A second's worth or so; who comes later is told to come again. */
  private static final int PASSWORDS_WAITING = 32;

  private PeopleMeans() {}

  /** Threads that compare passwords, a few at a time; more than may wait are rejected. */
  public static ExecutorService passwordThreads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            PASSWORDS_AT_ONCE,
            PASSWORDS_AT_ONCE,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(PASSWORDS_WAITING),
            Thread.ofPlatform().name("password-", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** The means of an installation. */
  public static AccountMeans of(Installation installation, Executor passwordThreads) {
    SessionMarks marks = marks(installation);
    return new AccountMeans(
        new PasswordVault(passwordThreads, installation.random()),
        new OneTimeCodes(installation.random()),
        new AccountVault(installation.keys(), installation.random()),
        new SessionSecrets(marks::draw, marks::hash));
  }

  /**
   * How people's browsers are met.
   *
   * @param cookie how a browser keeps its session
   * @param client from where they come
   * @param atProviders how they come in by their seller's identity provider
   */
  record Met(SessionCookie cookie, ClientAddress client, Api.AtProviders atProviders) {}

  /** How people are let in, known and let out. */
  static Api.Visitors visitors(Installation installation, AccountMeans means, Met met) {
    RunSessions sessions = new RunSessions(installation.store(), installation.clock());
    return new Api.Visitors(
        new SignIn(installation.store(), means, installation.clock()),
        new OwnAccount(installation.store(), means, installation.clock()),
        sessions,
        new SessionDoor(sessions, marks(installation), met.cookie()),
        met.cookie(),
        met.client(),
        met.atProviders());
  }

  /** What sign-ins at identity providers are made with, for a server that is met there. */
  static ProviderMeans providers(
      Installation installation, AccountMeans means, ProviderWire wire, URI publicUrl) {
    return new ProviderMeans(
        wire,
        new ProviderVault(installation.keys(), installation.random()),
        means.secrets(),
        new SellerHosts(publicUrl));
  }

  /** How people come in by their seller's identity provider. */
  static Api.AtProviders atProviders(
      Installation installation, AccountMeans means, ProviderMeans providers) {
    return new Api.AtProviders(
        new LeaveForProvider(installation.store(), providers, installation.clock()),
        new ReturnFromProvider(
            installation.store(),
            providers,
            new ReturnGuard(means.seal()),
            new AdmitIdentity(providers.seal(), installation.ids(), installation.clock())));
  }

  private static SessionMarks marks(Installation installation) {
    return new SessionMarks(installation.keys(), installation.random());
  }
}
