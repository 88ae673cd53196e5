package tapwright.server.main.serve;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.access.RunTokens;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;
import tapwright.server.record.access.Token;
import tapwright.server.security.Keys;
import tapwright.server.security.TokenSecret;
import tapwright.server.store.RecordUrl;

/**
 * A whole server within this process, on a record and by a clock of its own, for one seller: a
 * stage on which stories are played. It listens on the loopback only.
 */
public final class StagedServer implements AutoCloseable {

  private static final RunningServer.Address LOOPBACK =
      new RunningServer.Address("127.0.0.1", 0, Optional.empty());

  private final Installation installation;
  private final RunningServer server;
  private final DoDuties duties;

  private StagedServer(Installation installation, RunningServer server) {
    this.installation = installation;
    this.server = server;
    this.duties = RoundsBeside.duties(installation, false).byClockMovedByHand();
  }

  /**
   * Starts it.
   *
   * @param folder for what lies beside the record
   * @param record that is empty
   */
  public static StagedServer start(
      Path folder, RecordUrl record, Packs packs, InstantSource clock) {
    SecureRandom random = new SecureRandom();
    Ledger store = Installation.store(record, random);
    try {
      FirstSeller.ensure(store, clock).join();
      byte[] master = new byte[Keys.MASTER_BYTES];
      random.nextBytes(master);
      Installation installation =
          new Installation(
              folder,
              record,
              new Keys(master),
              clock,
              random,
              () -> CardId.draw(random).toString(),
              store);
      return new StagedServer(
          installation,
          RunningServer.start(installation, packs, LOOPBACK, RunningServer.Conduct.BY_HAND));
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** For commands that tell themselves what happens: a clock that jumps is no news on a stage. */
  public static void silenceLog() {
    LogOutput.silence();
  }

  /** Where it listens. */
  public URI url() {
    return server.url();
  }

  /** The secret of a new token in that role. */
  public String token(Role role) {
    TokenSecret secret = TokenSecret.draw(role, installation.random());
    String id = installation.ids().next();
    String name = "the " + role.name().toLowerCase(Locale.ROOT) + " " + id;
    Answer<Token> token =
        new RunTokens(installation.store(), installation.ids(), installation.clock())
            .create(FirstSeller.ID, role, name, secret.hash())
            .join();
    return switch (token) {
      case Answer.Done<Token> _ -> secret.reveal();
      case Answer.Refused<Token> refused ->
          throw new IllegalStateException(refused.refusal().message());
    };
  }

  /** Does what is due now, before it returns; nothing is done at any other time. */
  public void doDuties() {
    duties.round().join();
  }

  @Override
  public void close() {
    server.close();
  }
}
