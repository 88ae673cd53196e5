package tapwright.server.main.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.Settings;
import tapwright.server.notify.mail.SmtpPost;
import tapwright.server.notify.mail.SmtpServer;

/** Whether mails could be put down or sent, as whom we are to be; none is. */
final class MailChecks {

  private static final String MAIL = "mail";

  private MailChecks() {}

  static List<Finding> of(Settings settings) {
    return Stream.concat(
            settings.find(ServerSettings.MAIL_FOLDER).stream().map(MailChecks::folder),
            Outward.mailServer(settings).stream()
                .map(server -> checked(server, settings.get(ServerSettings.MAIL_FROM))))
        .toList();
  }

  /** What is not there yet is made by the first mail, where the folder above lets it. */
  private static Finding folder(Path folder) {
    Path there = folder.toAbsolutePath();
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.isDirectory(there) && Files.isWritable(there)
        ? Finding.ok(MAIL, folder + " takes mails")
        : Finding.failed(MAIL, there + " is no folder that this process may write to");
  }

  private static Finding checked(SmtpServer server, String from) {
    Optional<String> objection =
        new SmtpPost(server, from, Installation.CLOCK, Runnable::run).objection();
    return objection
        .map(why -> Finding.failed(MAIL, server.place() + ": " + why))
        .orElseGet(() -> Finding.ok(MAIL, server.place() + " answers; no mail was sent"));
  }
}
