package tapwright.server.main.serve;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.hook.RunDeliveries;
import tapwright.server.app.hook.RunWebhooks;
import tapwright.server.app.hook.SendDeliveries;
import tapwright.server.http.Api;
import tapwright.server.main.installation.Installation;
import tapwright.server.notify.AddressGuard;
import tapwright.server.notify.HookClient;
import tapwright.server.notify.Resolver;
import tapwright.server.security.HookVault;

/** What tells others of what happened, wired. */
final class Notices {

  /** What is due is sent so soon; a look costs a read of an index. */
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Installation installation;
  private final SendDeliveries.Way way;

  Notices(Vertx vertx, Installation installation, Outward outward) {
    this.installation = installation;
    this.way =
        new SendDeliveries.Way(
            new HookVault(installation.keys(), installation.random()),
            new HookClient(vertx, new AddressGuard(outward.privateHooks()), Resolver.OF_MACHINE));
  }

  Api.Hooks useCases() {
    return new Api.Hooks(
        new RunWebhooks(installation.store(), way, installation.ids(), installation.clock()),
        new RunDeliveries(installation.store(), installation.clock()));
  }

  /** Begins to send. */
  List<Rounds> start(RecordOutage outage) {
    SendDeliveries hooks =
        new SendDeliveries(
            installation.store(), way, installation.random(), installation.clock());
    return List.of(
        Rounds.start(
            "webhooks",
            EVERY,
            new RecordRound(
                "webhooks", EVERY, () -> hooks.round().thenApply(sent -> EVERY), outage)));
  }
}
