package tapwright.server.main;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.access.RunTokens;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.OwnerFile;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.main.installation.TypedRecord;
import tapwright.server.record.StoreFault;
import tapwright.server.record.seller.Scope;
import tapwright.server.record.seller.Token;
import tapwright.server.security.TokenSecret;

/** Makes, lists and revokes the tokens of stations and shops. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "The tokens by which stations and shops show who they are.",
    subcommands = {TokenCommand.Create.class, TokenCommand.Revoke.class, TokenCommand.Show.class})
final class TokenCommand {

  private static final int DONE = 0;
  private static final int NO = 1;

  /** What all of these commands need to know. */
  static class Where {
    @Spec CommandSpec spec;

    @Option(
        names = "--db",
        paramLabel = "JDBC-URL",
        description = {
          "The record, as the server names it;",
          "else what TAPWRIGHT_DB says, else tapwright.db in the state folder."
        })
    @Nullable String db;

    @Option(names = "--seller", defaultValue = "default", description = "Else ${DEFAULT-VALUE}.")
    String seller = FirstSeller.ID.value();

    SellerId seller() {
      if (!SellerId.isOne(seller)) {
        throw new ParameterException(
            spec.commandLine(),
            "--seller is " + seller + ", allowed are lower-case letters, digits and hyphens");
      }
      return new SellerId(seller);
    }

    Installation installation() {
      TypedRecord.check(spec, db);
      return Installation.open(Optional.ofNullable(db));
    }

    PrintWriter out() {
      return spec.commandLine().getOut();
    }

    int refused(Answer.Refused<?> refused) {
      spec.commandLine().getErr().println("tapwright: " + refused.refusal().message());
      return NO;
    }

    static RunTokens tokens(Installation installation) {
      return new RunTokens(installation.store(), installation.ids(), installation.clock());
    }
  }

  /** Makes a token; its secret is shown this once. */
  @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a token.")
  static final class Create extends Where implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");

    @Option(
        names = "--scope",
        required = true,
        description = "What it is good for: station or shop.")
    private String scope = "";

    @Option(names = "--name", required = true, description = "What staff call the machine.")
    private String name = "";

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "Writes the secret into a new file that its owner alone may read.")
    private @Nullable Path out;

    @Override
    public Integer call() {
      Scope goodFor = scope();
      if (!NAME.matcher(name).matches()) {
        throw new ParameterException(
            spec.commandLine(),
            "--name is " + name + ", allowed are 1 to 40 letters, digits, spaces and . _ -");
      }
      if (out != null && Files.exists(out)) {
        spec.commandLine()
            .getErr()
            .println("tapwright: " + out + " exists already; name another file or remove it");
        return NO;
      }
      try (Installation installation = installation()) {
        TokenSecret secret = TokenSecret.draw(goodFor, installation.random());
        Optional<Path> file = Optional.ofNullable(out);
        file.ifPresent(path -> write(path, secret));
        return switch (made(installation, goodFor, secret)) {
          case Answer.Refused<Token> refused -> {
            file.ifPresent(Create::remove);
            yield refused(refused);
          }
          case Answer.Done<Token> ignored -> handOver(secret);
        };
      }
    }

    /** No secret stays whose token was not made; one that may have been made keeps its file. */
    private Answer<Token> made(Installation installation, Scope goodFor, TokenSecret secret) {
      try {
        return tokens(installation).create(seller(), goodFor, name, secret.hash()).join();
      } catch (CompletionException e) {
        if (out != null && !(e.getCause() instanceof StoreFault.InDoubt)) {
          remove(out);
        }
        throw e;
      }
    }

    /** The file comes first: a token without it could open nothing, and would hold its name. */
    private static void write(Path file, TokenSecret secret) {
      try {
        OwnerFile.create(file, secret.reveal() + "\n");
      } catch (IOException e) {
        remove(file);
        throw new ServerFault("cannot write " + file + "; check the folder and its rights", e);
      }
    }

    private static void remove(Path file) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new ServerFault("cannot remove " + file + ", whose secret opens nothing", e);
      }
    }

    private Scope scope() {
      for (Scope one : Scope.values()) {
        if (one.name().toLowerCase(Locale.ROOT).equals(scope)) {
          return one;
        }
      }
      throw new ParameterException(
          spec.commandLine(), "--scope is " + scope + ", allowed are station and shop");
    }

    private int handOver(TokenSecret secret) {
      if (out == null) {
        out().println(secret.reveal());
        spec.commandLine()
            .getErr()
            .println("This secret is shown once; only its hash is kept. Store it safely.");
      } else {
        out().println("token " + name + " written to " + out);
      }
      return DONE;
    }
  }

  /** Makes a token open nothing from now on. */
  @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Revokes a token.")
  static final class Revoke extends Where implements Callable<Integer> {

    @Option(names = "--name", required = true, description = "The token's name.")
    private String name = "";

    @Override
    public Integer call() {
      try (Installation installation = installation()) {
        return switch (tokens(installation).revoke(seller(), name).join()) {
          case Answer.Refused<Token> refused -> refused(refused);
          case Answer.Done<Token> ignored -> {
            out().println("token " + name + " opens nothing any more");
            yield DONE;
          }
        };
      }
    }
  }

  /** Lists tokens without their secrets. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists tokens.")
  static final class Show extends Where implements Callable<Integer> {

    @Override
    public Integer call() {
      try (Installation installation = installation()) {
        for (Token token : tokens(installation).of(seller()).join()) {
          out()
              .println(
                  token.name()
                      + "\t"
                      + token.scope().name().toLowerCase(Locale.ROOT)
                      + "\t"
                      + token.createdAt()
                      + "\t"
                      + token.revokedAt().map(at -> "revoked " + at).orElse("in force"));
        }
      }
      return DONE;
    }
  }
}
