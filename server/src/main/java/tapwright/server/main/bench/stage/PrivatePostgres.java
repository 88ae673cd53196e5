package tapwright.server.main.bench.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tapwright.server.main.installation.ServerFault;

/**
 * A PostgreSQL cluster in a temporary folder, for the length of a benchmark: durable as it comes
 * (fsync and synchronous_commit are on), on 127.0.0.1 and a free port.
 */
public final class PrivatePostgres implements Part {

  /** The database that every cluster has. */
  public static final String FIRST_DATABASE = "postgres";

  private static final String USER = "tapwright";
  private static final String READY = "database system is ready to accept connections";

  /** A port that was free may be taken by the time it is used: then another is tried. */
  private static final int START_ATTEMPTS = 5;

  private static final long STOP_SECONDS = 60;

  private final Path folder;
  private final Process process;
  private final PostgresPrograms programs;
  private final Address address;

  private PrivatePostgres(
      Path folder, Process process, PostgresPrograms programs, Address address) {
    this.folder = folder;
    this.process = process;
    this.programs = programs;
    this.address = address;
  }

  /** How it is reached. */
  private record Address(int port, String password) {

    /** Without the kind of client before it. */
    String url(String database) {
      return "postgresql://127.0.0.1:" + port + "/" + database;
    }
  }

  /**
   * Makes and starts one.
   *
   * @param password of its one user, who may do everything
   */
  public static PrivatePostgres start(PostgresPrograms programs, String password) {
    Path folder = PostgresPrograms.newFolder();
    try {
      Path passwordFile = folder.resolve("password");
      Files.writeString(passwordFile, password);
      Tools.output(programs.command("initdb", initialisation(folder, passwordFile)));
      return start(programs, folder, password);
    } catch (IOException e) {
      throw new ServerFault("cannot write into " + folder, e);
    } catch (RuntimeException e) {
      Folders.delete(folder);
      throw e;
    }
  }

  private static List<String> initialisation(Path folder, Path passwordFile) {
    return List.of(
        "--pgdata=" + data(folder),
        "--username=" + USER,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C");
  }

  private static String data(Path folder) {
    return folder.resolve("data").toString();
  }

  private static PrivatePostgres start(PostgresPrograms programs, Path folder, String password)
      throws IOException {
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < START_ATTEMPTS; i++) {
      int port = freePort();
      Process started =
          new ProcessBuilder(programs.command("postgres", arguments(folder, port)))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      if (isReady(started, said)) {
        return new PrivatePostgres(folder, started, programs, new Address(port, password));
      }
    }
    throw new ServerFault("PostgreSQL does not start: " + said);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static List<String> arguments(Path folder, int port) {
    return List.of(
        "-D", data(folder), "-p", String.valueOf(port), "-h", "127.0.0.1", "-k", folder.toString());
  }

  private static boolean isReady(Process started, StringBuilder said) throws IOException {
    BufferedReader lines = started.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(READY)) {
        Thread.ofPlatform().daemon().name("postgres-log").start(() -> drain(lines));
        return true;
      }
      said.append(line).append('\n');
    }
    return false;
  }

  /** Its log goes nowhere, but has to be read: a full pipe would stop it. */
  private static void drain(BufferedReader lines) {
    try (lines) {
      lines.transferTo(Writer.nullWriter());
    } catch (IOException closed) {
      // It has ended, and its output with it.
      return;
    }
  }

  /** How a server reaches one of its databases. */
  public PostgresAccess access(String database) {
    return PostgresAccess.of("jdbc:" + address.url(database), USER, address.password());
  }

  /** Makes the database; false when it is there already. */
  public boolean makeDatabase(String database) {
    String there =
        ask(FIRST_DATABASE, "SELECT count(*) FROM pg_database WHERE datname = '" + database + "'");
    boolean missing = there.equals("0");
    if (missing) {
      ask(FIRST_DATABASE, "CREATE DATABASE " + database);
    }
    return missing;
  }

  /** What a database takes on disk. */
  public long bytes(String database) {
    ask(database, "CHECKPOINT");
    return Long.parseLong(ask(database, "SELECT pg_database_size(current_database())"));
  }

  /** By its own client: SQL of this program's is in its store alone. */
  private String ask(String database, String statement) {
    List<String> arguments =
        List.of("--no-psqlrc", "--tuples-only", "--no-align", "--command", statement);
    List<String> command = new ArrayList<>(programs.command("psql", arguments));
    command.add(address.url(database));
    return Tools.output(command, Map.of("PGUSER", USER, "PGPASSWORD", address.password())).strip();
  }

  /** The postmaster; its children serve the connections. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Stops it and removes all that it wrote. */
  @Override
  public void close() {
    // SIGINT would be a fast shutdown; SIGTERM waits for sessions, and these are closed by now.
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Folders.delete(folder);
  }
}
