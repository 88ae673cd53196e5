package tapwright.server.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL cluster of its own in a temporary folder, on 127.0.0.1 and a free port.
 *
 * <p>It can be stopped, killed and started again on the same port, as an outage needs it. Its user
 * shows who it is by password (SCRAM), as in earnest.
 */
public final class PostgresServer implements AutoCloseable {

  public static final String USER = "tapwright";
  public static final String PASSWORD = "sample-password";

  private static final String READY = "database system is ready to accept connections";
  private static final int START_ATTEMPTS = 20;
  private static final long STOP_SECONDS = 30;
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static @Nullable PostgresServer shared;

  private final PostgresPrograms programs = PostgresPrograms.newest();
  private final Path folder;
  private final List<String> settings;
  private int port;
  private @Nullable Process process;

  private PostgresServer(List<String> settings) {
    this.folder = PostgresPrograms.newFolder("tapwright-postgres");
    this.settings = List.copyOf(settings);
  }

  /**
   * One for all tests of this JVM that neither stop it nor need settings of their own.
   *
   * <p>Without syncs: no test pulls the plug of the machine, and what a killed process wrote is
   * kept by the operating system. Hundreds of databases, each a test's and small, are not worth
   * being gone through for what could be cleared.
   */
  public static synchronized PostgresServer shared() {
    if (shared == null) {
      PostgresServer started = start("fsync=off", "full_page_writes=off", "autovacuum=off");
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      shared = started;
    }
    return shared;
  }

  /** Makes and starts one; settings are as in postgresql.conf, {@code name=value}. */
  public static PostgresServer start(String... settings) {
    PostgresServer server = new PostgresServer(List.of(settings));
    try {
      server.makeCluster();
      server.startOnFreePort();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void makeCluster() throws IOException {
    Path passwordFile = folder.resolve("password");
    Files.writeString(passwordFile, PASSWORD);
    programs.run(
        "initdb",
        List.of(
            "--pgdata=" + data(),
            "--username=" + USER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync"));
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** A port that was free may be taken by the time it is used: then another is tried. */
  private void startOnFreePort() throws IOException {
    IllegalStateException last = new IllegalStateException("not tried");
    for (int i = 0; i < START_ATTEMPTS; i++) {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      try {
        startAgain();
        return;
      } catch (IllegalStateException e) {
        last = e;
      }
    }
    throw last;
  }

  /** Starts it where it was stopped or killed, on the port that it had; returns when it is up. */
  public void startAgain() {
    try {
      Process started = programs.prepared("postgres", arguments()).start();
      awaitReady(started);
      process = started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("-D", data(), "-p", String.valueOf(port)));
    arguments.addAll(List.of("-h", "127.0.0.1", "-k", folder.toString()));
    settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
    return arguments;
  }

  private void awaitReady(Process started) throws IOException {
    BufferedReader said = started.inputReader();
    StringBuilder log = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      log.append(line).append('\n');
      if (line.contains(READY)) {
        Thread.ofPlatform().daemon().name("postgres-log").start(() -> keepLog(said));
        return;
      }
    }
    throw new IllegalStateException("PostgreSQL does not start: " + log);
  }

  private void keepLog(BufferedReader said) {
    try (said) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        Files.writeString(
            folder.resolve("log"),
            line + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      // The folder is gone: the cluster was closed.
      return;
    }
  }

  /** An empty database of its own; answers its URL with user and password. */
  public String createDatabase() {
    return createDatabase("");
  }

  /** As above; options are as they stand behind the name in CREATE DATABASE. */
  String createDatabase(String options) {
    String name = "test" + DATABASES.incrementAndGet();
    execute("postgres", "CREATE DATABASE " + name + " " + options);
    return url(name);
  }

  /** Runs a statement in a database. */
  public void execute(String database, String statement) {
    try (Connection connection = DriverManager.getConnection(url(database));
        Statement running = connection.createStatement()) {
      running.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** Where a database is reached, with user and password. */
  public String url(String database) {
    return address(database) + "?user=" + USER + "&password=" + PASSWORD;
  }

  /** Where a database is reached. */
  public String address(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public int port() {
    return port;
  }

  /** The folder of the cluster, its sockets and its log. */
  public Path folder() {
    return folder;
  }

  /** Ends every session and stops in good order. */
  public void stop() {
    stop("fast");
  }

  private void stop(String mode) {
    programs.run("pg_ctl", List.of("stop", "-D", data(), "-m", mode, "-w"));
    awaitEnd(List.of(running().toHandle()));
    process = null;
  }

  /** Kills it and all that it runs without a warning, as a machine that loses its power. */
  public void kill() {
    List<ProcessHandle> all = new ArrayList<>(running().descendants().toList());
    all.addFirst(running().toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    awaitEnd(all);
    process = null;
  }

  /** Lets it say nothing more, as behind a network that drops everything. */
  public void freeze() {
    signal("-STOP");
  }

  /** Lets it go on from where it was. */
  public void thaw() {
    signal("-CONT");
  }

  private void signal(String signal) {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    command.add(String.valueOf(running().pid()));
    running().descendants().forEach(one -> command.add(String.valueOf(one.pid())));
    try {
      // A session may have ended since it was looked up: that its signal fails is no matter.
      new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("the cluster does not run");
    }
    return process;
  }

  private static void awaitEnd(List<ProcessHandle> ending) {
    ending.forEach(one -> one.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join());
  }

  /** Ends it and removes all that it wrote. */
  @Override
  public void close() {
    if (process != null) {
      stop("immediate");
    }
    PostgresPrograms.removeFolder(folder);
  }
}
