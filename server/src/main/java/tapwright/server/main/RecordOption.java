package tapwright.server.main;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;

/** Which record a command works on. */
final class RecordOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      description = "The record; else tapwright.db in the state folder.")
  private @Nullable String db;

  RecordUrl url() {
    return db == null
        ? RecordUrl.ofFile(StateFolder.ofThisProcess().resolve(Installation.DATABASE))
        : url(spec, db);
  }

  /** The record that somebody typed the URL of. */
  static RecordUrl url(CommandSpec spec, String jdbc) {
    Optional<RecordUrl> url = RecordUrl.parse(jdbc);
    return url.orElseThrow(
        () ->
            new ParameterException(
                spec.commandLine(),
                StoreRefusal.URL_UNKNOWN.with("seen", RecordUrl.shown(jdbc)).message()));
  }
}
