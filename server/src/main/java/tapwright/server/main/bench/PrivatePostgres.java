package tapwright.server.main.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tapwright.server.main.ServerFault;

/**
 * A PostgreSQL cluster in a temporary folder, for the length of a benchmark: durable as it comes
 * (fsync and synchronous_commit are on), on 127.0.0.1 and a free port.
 */
final class PrivatePostgres implements Part {

  private static final String USER = "tapwright";
  private static final String READY = "database system is ready to accept connections";

  /** A port that was free may be taken by the time it is used: then another is tried. */
  private static final int START_ATTEMPTS = 5;

  private static final long STOP_SECONDS = 60;

  private final Path folder;
  private final Process process;
  private final PostgresAccess access;

  private PrivatePostgres(Path folder, Process process, PostgresAccess access) {
    this.folder = folder;
    this.process = process;
    this.access = access;
  }

  /**
   * Makes and starts one.
   *
   * @param password of its one user, who may do everything
   */
  static PrivatePostgres start(PostgresPrograms programs, String password) {
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
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        return new PrivatePostgres(folder, started, new PostgresAccess(url, USER, password));
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
      lines.transferTo(java.io.Writer.nullWriter());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PostgresAccess access() {
    return access;
  }

  /** The postmaster; its children serve the connections. */
  ProcessHandle process() {
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
