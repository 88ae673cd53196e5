package tapwright.server.main.people;

import java.util.concurrent.ExecutorService;
import tapwright.server.front.TrustedProxies;
import tapwright.server.http.Api;
import tapwright.server.http.ClientAddress;
import tapwright.server.http.SessionCookie;
import tapwright.server.main.installation.Installation;

/**
 * The way of people into a running server, with the threads that compare their passwords.
 *
 * @param visitors how people are let in, known and let out
 */
public record PeopleDoor(Api.Visitors visitors, ExecutorService passwords)
    implements AutoCloseable {

  /**
   * Opens the way.
   *
   * @param secure whether browsers come by TLS
   * @param proxies who is believed when they say for whom they ask
   */
  public static PeopleDoor open(Installation installation, boolean secure, TrustedProxies proxies) {
    ExecutorService passwords = PeopleMeans.passwordThreads();
    return new PeopleDoor(
        PeopleMeans.visitors(
            installation,
            PeopleMeans.of(installation, passwords),
            new SessionCookie(secure),
            new ClientAddress(proxies)),
        passwords);
  }

  /** Compares no more passwords. */
  @Override
  public void close() {
    passwords.shutdownNow();
  }
}
