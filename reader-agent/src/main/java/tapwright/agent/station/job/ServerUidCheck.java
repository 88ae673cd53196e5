package tapwright.agent.station.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.bench.UidCheck;
import tapwright.agent.station.server.BackOff;
import tapwright.agent.station.server.ServerReply;
import tapwright.agent.station.server.StationClient;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;
import tapwright.core.wire.UidReply;

/**
 * Asks the server after chips that the journal does not know. While it is away cards are made all
 * the same: which of two events came first is the server's to say when it hears of them. Several
 * readers ask at once; none waits for what the server answers another.
 */
final class ServerUidCheck implements UidCheck {

  private final StationClient client;
  private final InstantSource clock;
  private final BackOff backOff = new BackOff();

  ServerUidCheck(StationClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public Optional<Refusal> objection(Uid uid) {
    if (!isDue()) {
      return Optional.empty();
    }
    ServerReply<UidReply> reply = client.ask(uid);
    note(reply);
    return reply instanceof ServerReply.Answer<UidReply>(UidReply answer)
        ? objection(uid, answer)
        : Optional.empty();
  }

  private synchronized boolean isDue() {
    return backOff.isDue(clock.instant());
  }

  /** One that is away must not make each card wait; one that rejects a chip is there for others. */
  private synchronized void note(ServerReply<UidReply> reply) {
    switch (reply) {
      case ServerReply.Answer<UidReply> answer -> backOff.succeeded(clock.instant(), Duration.ZERO);
      case ServerReply.Rejected<UidReply> rejected ->
          backOff.succeeded(clock.instant(), Duration.ZERO);
      case ServerReply.Away<UidReply> away -> backOff.failed(clock.instant());
    }
  }

  private static Optional<Refusal> objection(Uid uid, UidReply reply) {
    return switch (reply.standing()) {
      case FREE -> Optional.empty();
      case LIVE -> refused(uid, "live", reply);
      case REVOKED -> refused(uid, "revoked", reply);
      case STOPPED -> refused(uid, "stopped", reply);
    };
  }

  private static Optional<Refusal> refused(Uid uid, String standing, UidReply reply) {
    return Optional.of(
        StationRefusal.UID_KNOWN.with(
            "uid", uid, "seen", standing + of(reply.cardId()) + since(reply.since())));
  }

  private static String of(@Nullable String card) {
    return card == null ? " as another seller's card" : " as card " + card;
  }

  private static String since(@Nullable Instant since) {
    return since == null ? "" : " since " + since;
  }
}
