package tapwright.server.main.token;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.core.card.SellerId;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.access.RunTokens;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.TypedRecord;

/** Which record a command works on, and for which of its sellers. */
final class SellerRecord {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      description = {
        "The record, as the server names it;",
        "else what TAPWRIGHT_DB says, else tapwright.db in the state folder."
      })
  private @Nullable String db;

  @Option(names = "--seller", defaultValue = "default", description = "Else ${DEFAULT-VALUE}.")
  private String seller = FirstSeller.ID.value();

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

  /** Where nothing is made for a record that is not there. */
  Installation existing() {
    TypedRecord.check(spec, db);
    return Installation.openExisting(Optional.ofNullable(db));
  }

  static RunTokens tokens(Installation installation) {
    return new RunTokens(installation.store(), installation.ids(), installation.clock());
  }
}
