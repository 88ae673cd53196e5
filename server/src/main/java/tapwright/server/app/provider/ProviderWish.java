package tapwright.server.app.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tapwright.server.app.Answer;
import tapwright.server.app.Shown;
import tapwright.server.app.account.RunAccounts;
import tapwright.server.record.account.Account;
import tapwright.server.record.provider.Admission;

/**
 * An identity provider as somebody typed it.
 *
 * @param secret of the client; absent for the one of before, or none
 * @param who may come in
 */
public record ProviderWish(
    String name, String issuer, String clientId, Optional<String> secret, String scope, Who who) {

  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}<>]{1,60}");

  /** What RFC 6749 appendix A.1 allows, without spaces. */
  private static final Pattern CLIENT = Pattern.compile("[\\x21-\\x7e]{1,255}");

  /** RFC 6749 section 3.3; a token of an identity comes for {@code openid} alone. */
  private static final Pattern SCOPE =
      Pattern.compile("openid( [\\x21\\x23-\\x5b\\x5d-\\x7e]{1,80}){0,10}");

  private static final Pattern DOMAIN =
      Pattern.compile("(?=.{3,253}$)([a-z0-9-]+\\.)+[a-z][a-z0-9-]*");

  private static final Pattern WORD = Pattern.compile("[^\\p{Cntrl}]{1,200}");

  /** Where a provider may be met without TLS: on this machine, for tests. */
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  /**
   * Who may come in, as it was typed.
   *
   * @param claim that names the groups
   * @param roles each {@code GROUP=ROLE}
   * @param group that all must be in; empty for none
   */
  public record Who(String claim, List<String> roles, List<String> domains, String group) {}

  /** What was typed, in the form in which it is kept. */
  record Terms(URI issuer, Admission admission) {}

  /** Says for whom, and not with what. */
  @Override
  public String toString() {
    return "wish for " + issuer;
  }

  /** The wish as terms, or the first thing that is wrong with it. */
  Answer<Terms> terms() {
    Optional<URI> url = url(issuer);
    List<Admission.GroupRole> roles = new ArrayList<>();
    for (String typed : who.roles()) {
      Optional<Admission.GroupRole> role = role(typed);
      if (role.isEmpty()) {
        return invalid(
            "--map", typed, "GROUP=ROLE with one of the roles " + RunAccounts.peoplesRoles());
      }
      roles.add(role.get());
    }
    return url.isEmpty()
        ? invalid("--issuer", issuer, "an https:// address without a query, as its issuer has it")
        : wrong().orElseGet(() -> Answer.done(new Terms(url.get(), admission(roles))));
  }

  private Admission admission(List<Admission.GroupRole> roles) {
    return new Admission(
        who.claim(),
        roles,
        who.domains(),
        who.group().isEmpty() ? Optional.empty() : Optional.of(who.group()));
  }

  private Optional<Answer<Terms>> wrong() {
    if (!NAME.matcher(name).matches()) {
      return Optional.of(invalid("--name", name, "1 to 60 characters without < and >"));
    }
    if (!CLIENT.matcher(clientId).matches()) {
      return Optional.of(invalid("--client-id", clientId, "what the provider calls this server"));
    }
    if (!SCOPE.matcher(scope).matches()) {
      return Optional.of(invalid("--scope", scope, "openid and up to ten words more"));
    }
    return wrongWho();
  }

  private Optional<Answer<Terms>> wrongWho() {
    if (!WORD.matcher(who.claim()).matches()) {
      return Optional.of(invalid("--role-claim", who.claim(), "the name of a claim"));
    }
    if (who.roles().isEmpty()) {
      return Optional.of(invalid("--map", "missing", "one GROUP=ROLE at least"));
    }
    Optional<String> noDomain =
        who.domains().stream().filter(one -> !DOMAIN.matcher(one).matches()).findFirst();
    if (noDomain.isPresent()) {
      return Optional.of(
          invalid("--domain", noDomain.get(), "a name as in example.com, in lower case"));
    }
    return who.domains().isEmpty() && who.group().isEmpty()
        ? Optional.of(invalid("who may sign in", "everybody", "--domain, --require-group or both"))
        : Optional.empty();
  }

  private static Answer<Terms> invalid(String setting, String seen, String allowed) {
    return Answer.refused(
        ProviderRefusal.SETTING_INVALID.with(
            "setting", setting, "seen", Shown.of(seen), "allowed", allowed));
  }

  /** What follows the last equals sign is the role: groups may have such signs in their names. */
  private static Optional<Admission.GroupRole> role(String typed) {
    int at = typed.lastIndexOf('=');
    String group = typed.substring(0, Math.max(at, 0));
    String word = typed.substring(at + 1).toUpperCase(Locale.ROOT);
    return Account.ROLES.stream()
        .filter(role -> WORD.matcher(group).matches() && role.name().equals(word))
        .map(role -> new Admission.GroupRole(group, role))
        .findFirst();
  }

  private static Optional<URI> url(String text) {
    try {
      return Optional.of(new URI(text)).filter(ProviderWish::isIssuer);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** OpenID Connect Discovery 1.0 section 3: https, no query and no fragment. */
  private static boolean isIssuer(URI url) {
    return url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null
        && isSecure(url);
  }

  /** Whether what is sent there can be read by nobody on the way. */
  public static boolean isSecure(URI url) {
    return "https".equals(url.getScheme())
        || ("http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost()));
  }
}
