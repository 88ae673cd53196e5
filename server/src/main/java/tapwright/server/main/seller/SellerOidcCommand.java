package tapwright.server.main.seller;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.provider.ProviderWish;
import tapwright.server.app.provider.RunProviders;
import tapwright.server.app.provider.RunProviders.SetUp;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.record.provider.Admission;
import tapwright.server.record.provider.IdentityProvider;
import tapwright.server.security.ProviderVault;

/** Sets up the identity provider by which a seller's people sign in. */
@Command(
    name = "oidc",
    mixinStandardHelpOptions = true,
    description = "The identity provider (OpenID Connect) by which a seller's people sign in.",
    subcommands = {
      SellerOidcCommand.Set.class,
      SellerOidcCommand.Show.class,
      SellerOidcCommand.Remove.class
    })
final class SellerOidcCommand {

  /** What each of these commands needs. */
  abstract static class OnProvider extends SellerCommand.OnSellers {

    @Parameters(paramLabel = "SELLER", description = "The seller.")
    private String seller = "";

    abstract CompletableFuture<Answer<SetUp>> work(RunProviders providers, SellerId seller);

    abstract String done();

    @Override
    public Integer call() {
      SellerId id = named(seller);
      return inside(installation -> answered(work(providers(installation), id).join()));
    }

    private static RunProviders providers(Installation installation) {
      return new RunProviders(
          installation.store(),
          new ProviderVault(installation.keys(), installation.random()),
          installation.clock());
    }

    private int answered(Answer<SetUp> answer) {
      return switch (answer) {
        case Answer.Refused<SetUp> refused -> output.refused(spec, refused.refusal());
        case Answer.Done<SetUp>(SetUp setUp) -> told(setUp);
      };
    }

    private int told(SetUp setUp) {
      if (output.isJson()) {
        output.json(spec, shown(setUp));
      } else {
        output.lines(spec, lines(setUp, done()));
      }
      return CommandOutput.DONE;
    }
  }

  /** Names the provider. */
  @Command(
      name = "set",
      mixinStandardHelpOptions = true,
      description = "Lets a seller's people sign in by its provider, instead of any it had before.")
  static final class Set extends OnProvider {

    @Option(names = "--name", required = true, description = "What people call the provider.")
    private String name = "";

    @Option(
        names = "--issuer",
        required = true,
        paramLabel = "URL",
        description = "How the provider names itself; below it is its discovery document.")
    private String issuer = "";

    @Option(
        names = "--client-id",
        required = true,
        paramLabel = "ID",
        description = "What the provider calls this server.")
    private String clientId = "";

    @Option(
        names = "--client-secret-file",
        paramLabel = "FILE",
        description = {
          "Reads the client's secret from the first line of a file, or of standard input for -;",
          "else the same client keeps the one it has, and another has none."
        })
    private @Nullable Path secretFile;

    @Option(
        names = "--scope",
        defaultValue = "openid email",
        description = "What is asked of the provider, else '${DEFAULT-VALUE}'.")
    private String scope = "";

    @Option(
        names = "--role-claim",
        defaultValue = "groups",
        paramLabel = "CLAIM",
        description = "Which claim of the token names a person's groups, else ${DEFAULT-VALUE}.")
    private String claim = "";

    @Option(
        names = "--map",
        paramLabel = "GROUP=ROLE",
        description = "The role of those in a group; the first that fits is taken.")
    private List<String> roles = List.of();

    @Option(names = "--domain", description = "Whose e-mail addresses may come in; once for each.")
    private List<String> domains = List.of();

    @Option(
        names = "--require-group",
        paramLabel = "GROUP",
        description = "A group that all must be in who come in.")
    private String group = "";

    @Override
    CompletableFuture<Answer<SetUp>> work(RunProviders providers, SellerId seller) {
      Optional<String> secret = Optional.ofNullable(secretFile).map(Set::firstLine);
      return providers.set(
          seller,
          new ProviderWish(
              name,
              issuer,
              clientId,
              secret,
              scope,
              new ProviderWish.Who(claim, roles, domains, group)));
    }

    private static String firstLine(Path file) {
      try {
        String text =
            file.toString().equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(file);
        return text.lines()
            .findFirst()
            .filter(line -> !line.isBlank())
            .orElseThrow(
                () -> new ServerFault(file + " is empty, allowed is a secret on its first line"));
      } catch (IOException e) {
        throw new ServerFault("cannot read " + file + "; check the file and its rights", e);
      }
    }

    @Override
    String done() {
      return "people sign in by";
    }
  }

  /** Shows the provider. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows what is set up, without the secret.")
  static final class Show extends OnProvider {

    @Override
    CompletableFuture<Answer<SetUp>> work(RunProviders providers, SellerId seller) {
      return providers.show(seller);
    }

    @Override
    String done() {
      return "people sign in by";
    }
  }

  /** Takes the provider away. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Lets nobody sign in by the provider any more; who did is out at once.")
  static final class Remove extends OnProvider {

    @Override
    CompletableFuture<Answer<SetUp>> work(RunProviders providers, SellerId seller) {
      return providers.remove(seller);
    }

    @Override
    String done() {
      return "nobody signs in any more by";
    }
  }

  private static List<String> lines(SetUp setUp, String done) {
    IdentityProvider provider = setUp.provider();
    Admission admission = provider.admission();
    return List.of(
        "seller %s: %s %s".formatted(provider.seller(), done, provider.name()),
        "issuer: " + provider.issuer(),
        "client: %s, %s"
            .formatted(
                provider.client().id(),
                provider.client().sealedSecret().isPresent()
                    ? "with a secret"
                    : "without a secret"),
        "scope: " + provider.client().scope(),
        "roles by %s: %s".formatted(admission.claim(), String.join(", ", roles(admission))),
        "domains: "
            + (admission.domains().isEmpty() ? "any" : String.join(", ", admission.domains())),
        "group that all must be in: " + admission.group().orElse("none"),
        "to be allowed at the provider: " + back(setUp));
  }

  private static String back(SetUp setUp) {
    return setUp
        .back()
        .map(Object::toString)
        .orElse("/sign-in/provider/return below the server's public-url");
  }

  private static List<String> roles(Admission admission) {
    return admission.roles().stream()
        .map(one -> one.group() + "=" + one.role().name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** What is set up, without anything secret. */
  private static Map<String, Object> shown(SetUp setUp) {
    IdentityProvider provider = setUp.provider();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("seller", provider.seller().value());
    shown.put("name", provider.name());
    shown.put("issuer", provider.issuer().toString());
    shown.put("clientId", provider.client().id());
    shown.put("secret", provider.client().sealedSecret().isPresent());
    shown.put("scope", provider.client().scope());
    shown.put("roleClaim", provider.admission().claim());
    shown.put("roles", roles(provider.admission()));
    shown.put("domains", provider.admission().domains());
    provider.admission().group().ifPresent(group -> shown.put("group", group));
    setUp.back().ifPresent(back -> shown.put("redirectUri", back.toString()));
    return shown;
  }
}
