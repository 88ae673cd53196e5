package tapwright.server.app.provider;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import tapwright.server.app.Answer;
import tapwright.server.record.provider.IdentityProvider;

/** What is asked of identity providers. */
public interface ProviderWire {

  /** What the issuer says of itself. */
  CompletableFuture<Answer<Entrance>> entrance(URI issuer);

  /** Whom the code is of, proven by a token of the provider for this sign-in alone. */
  CompletableFuture<Answer<Identity>> redeem(Redemption redemption);

  /**
   * Where people sign in at a provider.
   *
   * @param authorization the endpoint that browsers are led to
   * @param namesItself whether each answer names its issuer (RFC 9207)
   */
  record Entrance(URI authorization, boolean namesItself) {}

  /**
   * A code that came back, with all by which it is good.
   *
   * @param secret of the client, readable; empty for a public client
   * @param place where the code came back to
   */
  record Redemption(
      IdentityProvider provider, String secret, URI place, String code, BegunSignIn begun) {

    /** Says where it goes, and not with what. */
    @Override
    public String toString() {
      return "redemption at " + provider.issuer();
    }
  }
}
