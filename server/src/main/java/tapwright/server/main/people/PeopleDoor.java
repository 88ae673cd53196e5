package tapwright.server.main.people;

import java.net.URI;
import java.util.concurrent.ExecutorService;
import tapwright.server.app.account.AccountMeans;
import tapwright.server.front.TrustedProxies;
import tapwright.server.http.Api;
import tapwright.server.http.ClientAddress;
import tapwright.server.http.SessionCookie;
import tapwright.server.main.installation.Installation;
import tapwright.server.provider.OpenIdWire;

/**
 * The way of people into a running server, with the threads that compare their passwords.
 *
 * @param visitors how people are let in, known and let out
 * @param providers what asks sellers' identity providers
 */
public record PeopleDoor(Api.Visitors visitors, ExecutorService passwords, OpenIdWire providers)
    implements AutoCloseable {

  /**
   * Opens the way.
   *
   * @param publicUrl where browsers meet the server, and whether by TLS
   * @param proxies who is believed when they say for whom they ask
   */
  public static PeopleDoor open(Installation installation, URI publicUrl, TrustedProxies proxies) {
    ExecutorService passwords = PeopleMeans.passwordThreads();
    OpenIdWire providers = new OpenIdWire(installation.clock());
    AccountMeans means = PeopleMeans.of(installation, passwords);
    PeopleMeans.Met met =
        new PeopleMeans.Met(
            new SessionCookie("https".equalsIgnoreCase(publicUrl.getScheme())),
            new ClientAddress(proxies),
            PeopleMeans.atProviders(
                installation,
                means,
                PeopleMeans.providers(installation, means, providers, publicUrl)));
    return new PeopleDoor(PeopleMeans.visitors(installation, means, met), passwords, providers);
  }

  /** Compares no more passwords and asks no more providers. */
  @Override
  public void close() {
    passwords.shutdownNow();
    providers.close();
  }
}
