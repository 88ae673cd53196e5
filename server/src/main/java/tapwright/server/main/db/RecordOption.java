package tapwright.server.main.db;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tapwright.server.main.installation.DatabaseLogin;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.StateFolder;
import tapwright.server.main.installation.TypedRecord;
import tapwright.server.store.RecordUrl;

/** Which record a command works on. */
public final class RecordOption {

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

  /** Where it is. */
  public RecordUrl url() {
    DatabaseLogin login = DatabaseLogin.ofThisProcess();
    return login
        .url(Optional.ofNullable(db))
        .map(jdbc -> TypedRecord.url(spec, jdbc))
        .orElseGet(
            () -> RecordUrl.ofFile(StateFolder.ofThisProcess().resolve(Installation.DATABASE)));
  }
}
