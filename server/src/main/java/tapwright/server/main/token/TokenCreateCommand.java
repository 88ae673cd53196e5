package tapwright.server.main.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.server.app.Answer;
import tapwright.server.app.access.MakeToken;
import tapwright.server.app.access.TokenTerms;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.OwnerFile;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.record.StoreFault;
import tapwright.server.record.access.Role;
import tapwright.server.record.access.Token;
import tapwright.server.security.TokenSecret;

/** Makes a token; its secret is shown this once. */
@Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a token.")
final class TokenCreateCommand implements Callable<Integer> {

  /** A token is read by whoever finds it: who runs everything shows more than that. */
  private static final Set<Role> MACHINES = EnumSet.complementOf(EnumSet.of(Role.ADMIN));

  @Spec private CommandSpec spec;
  @Mixin private SellerRecord record;
  @Mixin private CommandOutput output;

  @Option(
      names = {"--role", "--scope"},
      required = true,
      description = "What it may do: station, shop or any role but admin.")
  private String role = "";

  @Option(names = "--name", required = true, description = "What staff call the machine.")
  private String name = "";

  @Option(
      names = "--expires",
      paramLabel = "DAYS",
      description = "How long it holds, else 365 days for a shop, 90 for a station, 30 for others.")
  private @Nullable Integer days;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the secret into a new file that its owner alone may read.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    Role mayDo = role();
    MakeToken.Wanted wanted =
        new MakeToken.Wanted(
            record.seller(), mayDo, name, days == null ? TokenTerms.days(mayDo) : days);
    MakeToken.refusal(wanted)
        .ifPresent(
            wrong -> {
              throw new ParameterException(spec.commandLine(), wrong.message());
            });
    if (out != null && Files.exists(out)) {
      spec.commandLine()
          .getErr()
          .println("tapwright: " + out + " exists already; name another file or remove it");
      return CommandOutput.NO;
    }
    try (Installation installation = record.installation()) {
      return create(installation, wanted);
    }
  }

  private int create(Installation installation, MakeToken.Wanted wanted) {
    TokenSecret secret = TokenSecret.draw(wanted.role(), installation.random());
    Optional<Path> file = Optional.ofNullable(out);
    file.ifPresent(path -> write(path, secret));
    return switch (made(installation, wanted, secret)) {
      case Answer.Refused<Token> refused -> {
        file.ifPresent(TokenCreateCommand::remove);
        yield output.refused(spec, refused.refusal());
      }
      case Answer.Done<Token> ignored -> handOver(secret);
    };
  }

  /** No secret stays whose token was not made; one that may have been made keeps its file. */
  private Answer<Token> made(
      Installation installation, MakeToken.Wanted wanted, TokenSecret secret) {
    try {
      return SellerRecord.tokens(installation).create(wanted, secret.hash()).join();
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

  private Role role() {
    for (Role one : MACHINES) {
      if (word(one).equals(role)) {
        return one;
      }
    }
    String allowed =
        MACHINES.stream().map(TokenCreateCommand::word).collect(Collectors.joining(", "));
    throw new ParameterException(
        spec.commandLine(), "--role is " + role + ", allowed are " + allowed);
  }

  static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private int handOver(TokenSecret secret) {
    if (out == null) {
      output.lines(spec, List.of(secret.reveal()));
      spec.commandLine()
          .getErr()
          .println("This secret is shown once; only its hash is kept. Store it safely.");
    } else {
      output.lines(spec, List.of("token " + name + " written to " + out));
    }
    return CommandOutput.DONE;
  }
}
