package tapwright.server.main.serve;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.hook.RunDeliveries;
import tapwright.server.app.hook.RunWebhooks;
import tapwright.server.app.hook.SendDeliveries;
import tapwright.server.app.mail.ListMails;
import tapwright.server.app.mail.MailPost;
import tapwright.server.app.mail.SendMails;
import tapwright.server.http.Api;
import tapwright.server.main.installation.Installation;
import tapwright.server.notify.AddressGuard;
import tapwright.server.notify.HookClient;
import tapwright.server.notify.Resolver;
import tapwright.server.notify.mail.MailFolder;
import tapwright.server.notify.mail.ShippedPhrases;
import tapwright.server.notify.mail.SmtpPost;
import tapwright.server.security.ContactVault;
import tapwright.server.security.HookVault;

/** What tells others of what happened, wired. */
final class Notices {

  /** Of the state folder. */
  private static final String MAIL = "mail";

  /** What is due is sent so soon; a look costs a read of an index. */
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Installation installation;
  private final SendDeliveries.Way way;
  private final Outward outward;

  Notices(Vertx vertx, Installation installation, Outward outward) {
    this.installation = installation;
    this.outward = outward;
    this.way =
        new SendDeliveries.Way(
            new HookVault(installation.keys(), installation.random()),
            new HookClient(
                vertx,
                new AddressGuard(outward.privateHooks()),
                Resolver.OF_MACHINE,
                installation.clock()));
  }

  Api.Hooks useCases() {
    return new Api.Hooks(
        new RunWebhooks(installation.store(), way, installation.ids(), installation.clock()),
        new RunDeliveries(installation.store(), installation.clock()),
        new ListMails(installation.store()));
  }

  /** Begins to send. */
  List<Rounds> start(RecordOutage outage) {
    SendDeliveries hooks =
        new SendDeliveries(installation.store(), way, installation.random(), installation.clock());
    List<Rounds> rounds = new ArrayList<>();
    rounds.add(
        Rounds.start(
            "webhooks",
            EVERY,
            new RecordRound(
                "webhooks", EVERY, () -> hooks.round().thenApply(sent -> EVERY), outage)));
    outward.mailFrom().map(this::mails).ifPresent(mails -> rounds.add(mailRounds(mails, outage)));
    return rounds;
  }

  private static Rounds mailRounds(SendMails mails, RecordOutage outage) {
    return Rounds.start(
        "mail",
        EVERY,
        new RecordRound("mail", EVERY, () -> mails.round().thenApply(sent -> EVERY), outage));
  }

  private SendMails mails(String from) {
    return new SendMails(
        installation.store(),
        new SendMails.Way(
            new ContactVault(installation.keys(), installation.random()),
            ShippedPhrases.read(),
            post(from)),
        installation.random(),
        installation.clock());
  }

  private MailPost post(String from) {
    Executor threads = task -> Thread.ofVirtual().name(MAIL).start(task);
    return outward
        .mailServer()
        .<MailPost>map(server -> new SmtpPost(server, from, installation.clock(), threads))
        .orElseGet(
            () ->
                new MailFolder(
                    outward.mailFolder().orElse(installation.folder().resolve(MAIL)),
                    from,
                    installation.clock(),
                    threads));
  }
}
