package tapwright.server.main.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.Settings;
import tapwright.server.notify.mail.Patience;
import tapwright.server.notify.mail.SmtpServer;

/**
 * What a server lets out, and to how many who ask.
 *
 * @param apiRate requests of the API that one caller may make in a minute
 * @param privateHooks whether webhooks may lead into the own network
 * @param mailFrom who writes to customers; empty where nobody does
 * @param mailFolder where mails are laid; empty for the usual place
 * @param mailServer what mails are handed to; empty for the folder
 * @param stationJobs jobs that one station has at once
 */
record Outward(
    int apiRate,
    boolean privateHooks,
    Optional<String> mailFrom,
    Optional<Path> mailFolder,
    Optional<SmtpServer> mailServer,
    int stationJobs) {

  private static final int STATION_JOBS = 200;

  /** As a server does that nobody told anything. */
  static final Outward USUAL = new Outward(6_000, false);

  /** Without mail. */
  Outward(int apiRate, boolean privateHooks) {
    this(apiRate, privateHooks, Optional.empty(), Optional.empty());
  }

  /** With as many jobs for a station as is usual. */
  Outward(
      int apiRate,
      boolean privateHooks,
      Optional<String> mailFrom,
      Optional<Path> mailFolder,
      Optional<SmtpServer> mailServer) {
    this(apiRate, privateHooks, mailFrom, mailFolder, mailServer, STATION_JOBS);
  }

  /** The same, with another number of jobs that a station has at once. */
  Outward withStationJobs(int most) {
    return new Outward(apiRate, privateHooks, mailFrom, mailFolder, mailServer, most);
  }

  /** With mail into a folder. */
  Outward(int apiRate, boolean privateHooks, Optional<String> mailFrom, Optional<Path> mailFolder) {
    this(apiRate, privateHooks, mailFrom, mailFolder, Optional.empty());
  }

  static Outward of(Settings settings) {
    return new Outward(
        settings.get(ServerSettings.API_RATE),
        settings.get(ServerSettings.WEBHOOK_PRIVATE),
        settings.find(ServerSettings.MAIL_FROM),
        settings.find(ServerSettings.MAIL_FOLDER),
        mailServer(settings),
        settings.get(ServerSettings.STATION_JOBS));
  }

  /** Certificates are believed as this machine's Java believes them. */
  static Optional<SmtpServer> mailServer(Settings settings) {
    Optional<SmtpServer.Account> account =
        settings
            .find(ServerSettings.MAIL_USER)
            .map(user -> new SmtpServer.Account(user, settings.get(ServerSettings.MAIL_PASSWORD)));
    return settings
        .find(ServerSettings.MAIL_SERVER)
        .map(
            place ->
                new SmtpServer(
                    place,
                    account,
                    Patience.of(Duration.ofSeconds(settings.get(ServerSettings.MAIL_SECONDS))),
                    (SSLSocketFactory) SSLSocketFactory.getDefault()));
  }
}
