package tapwright.server.main.serve;

import java.util.List;
import java.util.Optional;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.Settings;
import tapwright.server.notify.mail.SmtpPost;
import tapwright.server.notify.mail.SmtpServer;

/** Whether the mail server could be spoken to, as whom we are to be; no mail is sent. */
final class MailChecks {

  private static final String MAIL = "mail";

  private MailChecks() {}

  static List<Finding> of(Settings settings) {
    return Outward.mailServer(settings).stream()
        .map(server -> checked(server, settings.get(ServerSettings.MAIL_FROM)))
        .toList();
  }

  private static Finding checked(SmtpServer server, String from) {
    Optional<String> objection =
        new SmtpPost(server, from, Installation.CLOCK, Runnable::run).objection();
    return objection
        .map(why -> Finding.failed(MAIL, server.place() + ": " + why))
        .orElseGet(() -> Finding.ok(MAIL, server.place() + " answers; no mail was sent"));
  }
}
