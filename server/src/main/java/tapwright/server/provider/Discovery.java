package tapwright.server.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.server.app.provider.ProviderWish;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0 section 3).
 *
 * @param authorization where people sign in
 * @param token where codes are redeemed
 * @param keys where the keys are by which its tokens are checked
 * @param takesSecretInBody whether a client shows its secret in the body, and not in a header
 * @param namesItself whether each answer names its issuer (RFC 9207)
 */
record Discovery(
    URI authorization, URI token, URI keys, boolean takesSecretInBody, boolean namesItself) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BASIC = "client_secret_basic";
  private static final String POST = "client_secret_post";

  /** Where it is to be found. */
  static URI place(URI issuer) {
    String text = issuer.toString();
    String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return URI.create(bare + "/.well-known/openid-configuration");
  }

  /** The text, where it is this issuer's and names all that is needed, safe to be asked. */
  static Optional<Discovery> read(String text, URI issuer) {
    try {
      JsonNode json = JSON.readTree(text);
      boolean isIssuers = json.path("issuer").asText().equals(issuer.toString());
      return isIssuers && knowsS256(json) ? endpoints(json) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Discovery> endpoints(JsonNode json) {
    Optional<URI> authorization = url(json, "authorization_endpoint");
    Optional<URI> token = url(json, "token_endpoint");
    Optional<URI> keys = url(json, "jwks_uri");
    return authorization.isEmpty() || token.isEmpty() || keys.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Discovery(
                authorization.get(),
                token.get(),
                keys.get(),
                takesSecretInBody(words(json, "token_endpoint_auth_methods_supported")),
                json.path("authorization_response_iss_parameter_supported").asBoolean()));
  }

  /** Who says nothing of it may know it; who names other methods alone does not. */
  private static boolean knowsS256(JsonNode json) {
    List<String> methods = words(json, "code_challenge_methods_supported");
    return methods.isEmpty() || methods.contains("S256");
  }

  private static boolean takesSecretInBody(List<String> methods) {
    return !methods.isEmpty() && !methods.contains(BASIC) && methods.contains(POST);
  }

  private static List<String> words(JsonNode json, String name) {
    List<String> words = new ArrayList<>();
    json.path(name).forEach(word -> words.add(word.asText()));
    return words;
  }

  private static Optional<URI> url(JsonNode json, String name) {
    try {
      URI url = new URI(json.path(name).asText());
      return url.getHost() != null && url.getRawFragment() == null && ProviderWish.isSecure(url)
          ? Optional.of(url)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
