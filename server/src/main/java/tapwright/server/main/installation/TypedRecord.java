package tapwright.server.main.installation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;

/** A record that somebody named by its URL; one of no engine is a mistake in the line typed. */
public final class TypedRecord {

  private TypedRecord() {}

  /** Stops at an URL of no engine, before anything is opened. */
  public static void check(CommandSpec spec, @Nullable String db) {
    DatabaseLogin.ofThisProcess().url(Optional.ofNullable(db)).ifPresent(jdbc -> url(spec, jdbc));
  }

  /** The record at the URL, asked by whom the environment says. */
  public static RecordUrl url(CommandSpec spec, String jdbc) {
    return DatabaseLogin.ofThisProcess()
        .at(RecordUrl.parse(jdbc).orElseThrow(() -> unknown(spec, jdbc)));
  }

  private static ParameterException unknown(CommandSpec spec, String jdbc) {
    return new ParameterException(
        spec.commandLine(), StoreRefusal.URL_UNKNOWN.with("seen", RecordUrl.shown(jdbc)).message());
  }
}
