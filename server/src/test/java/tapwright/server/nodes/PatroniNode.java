package tapwright.server.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tapwright.server.postgres.PostgresPrograms;

/** One PostgreSQL server with the Patroni that runs it; both end together. */
final class PatroniNode implements AutoCloseable {

  private final Path folder;
  private final String name;
  private final int port;
  private final int restPort;
  private GuardedProcess process;

  private PatroniNode(Path folder, String name, int port, int restPort) {
    this.folder = folder;
    this.name = name;
    this.port = port;
    this.restPort = restPort;
    this.process = run();
  }

  static PatroniNode start(Path folder, String name, int etcdPort) {
    int port = FreePort.any();
    int restPort = FreePort.any();
    try {
      Files.writeString(
          folder.resolve(name + ".yml"),
          configuration(folder, name, new Ports(port, restPort, etcdPort)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PatroniNode(folder, name, port, restPort);
  }

  /**
   * Quicker than Patroni's own 30, 10 and 10 seconds, so that a test need not wait; the relation is
   * kept: ttl is more than loop_wait + 2 * retry_timeout (Patroni 3.0, "Dynamic Configuration").
   *
   * <p>Synchronous mode without strict: a standby that is gone does not stop the primary, and while
   * it is gone nobody is promoted, since only a standby that has every commit may be. Checksums and
   * full page images let a killed primary come back by pg_rewind.
   */
  private static String configuration(Path folder, String name, Ports ports) {
    return """
      scope: tapwright
      name: %1$s
      restapi: {listen: "127.0.0.1:%2$d", connect_address: "127.0.0.1:%2$d"}
      etcd3: {host: "127.0.0.1:%3$d"}
      bootstrap:
        dcs:
          ttl: 6
          loop_wait: 1
          retry_timeout: 2
          synchronous_mode: true
          postgresql:
            use_pg_rewind: true
            parameters: {max_connections: 100, shared_buffers: 64MB, wal_log_hints: "on"}
        initdb: [{encoding: UTF8}, {locale: C}, {auth: trust}, data-checksums]
      postgresql:
        listen: "127.0.0.1:%4$d"
        connect_address: "127.0.0.1:%4$d"
        data_dir: %5$s/%1$s
        bin_dir: %6$s
        pgpass: %5$s/%1$s.pgpass
        remove_data_directory_on_rewind_failure: true
        pg_hba:
          - local all all trust
          - host all all 127.0.0.1/32 trust
          - host replication all 127.0.0.1/32 trust
        parameters: {unix_socket_directories: %5$s}
        authentication: {superuser: {username: postgres}, replication: {username: replicator}}
      """
        .formatted(
            name,
            ports.rest(),
            ports.etcd(),
            ports.postgres(),
            folder,
            PostgresPrograms.newest().folder());
  }

  private record Ports(int postgres, int rest, int etcd) {}

  private GuardedProcess run() {
    return GuardedProcess.start(
        folder.resolve(name + ".log"),
        folder.resolve(name),
        List.of("patroni", folder.resolve(name + ".yml").toString()));
  }

  String name() {
    return name;
  }

  int port() {
    return port;
  }

  /** Where its Patroni answers. */
  int restPort() {
    return restPort;
  }

  /** Patroni and PostgreSQL are gone at once, as if the machine had lost power. */
  void kill() {
    process.kill();
  }

  /** Starts it again on what the kill left. */
  void startAgain() {
    process = run();
  }

  @Override
  public void close() {
    process.close();
  }
}
