package tapwright.server.record.provider;

import java.net.URI;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/**
 * An OpenID provider by which a seller's people sign in.
 *
 * @param name what people call it; the sign-in page shows it
 * @param issuer by which it names itself (OpenID Connect Core 1.0 section 2, {@code iss})
 * @param client what this server is there
 * @param admission who may come in, and as what
 */
public record IdentityProvider(
    SellerId seller, String name, URI issuer, Client client, Admission admission) {

  /**
   * What a server is to a provider (RFC 6749 section 2).
   *
   * @param sealedSecret by which it shows who it is; absent for a public client
   * @param scope what it asks to be told of people
   */
  public record Client(String id, Optional<Bytes> sealedSecret, String scope) {}
}
