package tapwright.server.main.seller;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.access.RunSellers;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.TypedRecord;
import tapwright.server.record.seller.Seller;

/** The sellers that one server serves: adds them, lists them, names their hosts. */
@Command(
    name = "seller",
    mixinStandardHelpOptions = true,
    description = "The sellers that the server serves, each apart from all others.",
    subcommands = {
      SellerCommand.Create.class,
      SellerCommand.Show.class,
      SellerCommand.Host.class,
      SellerOidcCommand.class
    })
public final class SellerCommand {

  /** What each of these commands needs. */
  abstract static class OnSellers implements Callable<Integer> {
    @Spec CommandSpec spec;
    @Mixin CommandOutput output;

    @Option(
        names = "--db",
        paramLabel = "JDBC-URL",
        description = {
          "The record, as the server names it;",
          "else what TAPWRIGHT_DB says, else tapwright.db in the state folder."
        })
    @Nullable String db;

    int on(Function<RunSellers, Integer> work) {
      return inside(
          installation -> work.apply(new RunSellers(installation.store(), installation.clock())));
    }

    int inside(Function<Installation, Integer> work) {
      TypedRecord.check(spec, db);
      try (Installation installation = open(Optional.ofNullable(db))) {
        return work.apply(installation);
      }
    }

    /** Where nothing is made for a record that is not there. */
    Installation open(Optional<String> url) {
      return Installation.openExisting(url);
    }

    SellerId named(String text) {
      if (!SellerId.isOne(text)) {
        throw new ParameterException(
            spec.commandLine(),
            "NAME is " + text + ", allowed are 1 to 40 lower-case letters, digits and hyphens");
      }
      return new SellerId(text);
    }

    int told(Answer<Seller> answer) {
      return switch (answer) {
        case Answer.Refused<Seller> refused -> output.refused(spec, refused.refusal());
        case Answer.Done<Seller>(Seller seller) -> told(seller);
      };
    }

    private int told(Seller seller) {
      if (output.isJson()) {
        output.json(spec, json(seller));
      } else {
        output.lines(spec, List.of(line(seller)));
      }
      return CommandOutput.DONE;
    }

    static String line(Seller seller) {
      return "seller %s: links begin with %s"
          .formatted(
              seller.id(), seller.host().map(host -> "https://" + host).orElse("the server"));
    }

    static Map<String, Object> json(Seller seller) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("seller", seller.id().value());
      seller.host().ifPresent(host -> json.put("host", host));
      return json;
    }
  }

  /** Adds a seller. */
  @Command(name = "create", mixinStandardHelpOptions = true, description = "Adds a seller.")
  static final class Create extends OnSellers {

    @Parameters(paramLabel = "NAME", description = "Lower-case letters, digits and hyphens.")
    private String name = "";

    @Override
    Installation open(Optional<String> url) {
      return Installation.open(url);
    }

    @Option(
        names = "--host",
        paramLabel = "HOST",
        description = "What its links begin with, else what those of the server do.")
    private String host = "";

    @Override
    public Integer call() {
      SellerId id = named(name);
      return on(sellers -> told(sellers.create(id, host).join()));
    }
  }

  /** Lists sellers. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists sellers.")
  static final class Show extends OnSellers {

    @Override
    public Integer call() {
      return on(this::list);
    }

    private int list(RunSellers sellers) {
      List<Seller> all = sellers.list().join();
      if (output.isJson()) {
        List<Map<String, Object>> rows = new ArrayList<>();
        all.forEach(seller -> rows.add(json(seller)));
        output.json(spec, Map.of("sellers", rows));
      } else {
        output.lines(spec, all.stream().map(OnSellers::line).toList());
      }
      return CommandOutput.DONE;
    }
  }

  /** Names the host with which a seller's links begin. */
  @Command(
      name = "host",
      mixinStandardHelpOptions = true,
      description = "Lets a seller's links begin with another host; those that are out there stay.")
  static final class Host extends OnSellers {

    @Parameters(index = "0", paramLabel = "NAME", description = "The seller.")
    private String name = "";

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "HOST",
        description = "The host, else that of the server.")
    private String host = "";

    @Override
    public Integer call() {
      SellerId id = named(name);
      return on(sellers -> told(sellers.setHost(id, host).join()));
    }
  }
}
