package tapwright.server.store.upkeep.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import tapwright.core.Refusal;
import tapwright.server.record.StoreFault;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;

/**
 * The programs of PostgreSQL that write and read a whole database.
 *
 * <p>They are told where it is by their environment (PostgreSQL manual, section 34.15), so that no
 * password stands among the arguments, which every user of the machine can see.
 */
final class PostgresTools {

  private static final String PACKAGE = "postgresql-client";

  private final Properties target;

  PostgresTools(RecordUrl url) {
    this.target = Objects.requireNonNull(Driver.parseURL(url.jdbc(), url.login()));
  }

  String database() {
    return of("PGDBNAME");
  }

  /** Runs a program to its end; refused where it is not installed. */
  Optional<Refusal> run(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return Optional.of(StoreRefusal.TOOL_MISSING.with("tool", program, "package", PACKAGE));
    }
    await(program, process);
    return Optional.empty();
  }

  private static void await(String program, Process process) {
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new StoreFault.Unavailable(
            "running " + program, new IllegalStateException(said.strip()));
      }
    } catch (IOException e) {
      throw new StoreFault.Unavailable("running " + program, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFault.Unavailable("running " + program, e);
    }
  }

  private Map<String, String> environment() {
    return Map.of(
        "PGHOST", of("PGHOST"),
        "PGPORT", of("PGPORT"),
        "PGDATABASE", of("PGDBNAME"),
        "PGUSER", of("user"),
        "PGPASSWORD", of("password"),
        "PGTARGETSESSIONATTRS", "read-write");
  }

  private String of(String property) {
    return target.getProperty(property, "");
  }
}
