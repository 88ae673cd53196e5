package tapwright.server.app.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.key.DataKey;
import tapwright.server.record.key.MasterSeal;
import tapwright.server.record.key.WrappedKey;

/**
 * Unwraps the key that all else is encrypted with, and draws it for a new record: so all who work
 * on a record have the same, whichever master key they were given.
 */
public final class OpenKeys {

  /** The data key that the keys of all purposes are derived from. */
  public static final String ROOT = "root";

  /** Enough to tell master keys apart, few enough to read out. */
  private static final int SHOWN_BYTES = 4;

  private final Ledger ledger;
  private final RandomGenerator random;
  private final InstantSource clock;

  /** The random generator gives keys; it must be unguessable. */
  public OpenKeys(Ledger ledger, RandomGenerator random, InstantSource clock) {
    this.ledger = ledger;
    this.random = random;
    this.clock = clock;
  }

  /** Whether anything was encrypted in the record already, so that no new key will do. */
  public static CompletableFuture<Boolean> isKnown(Ledger ledger) {
    return ledger.readAcrossSellers(
        records ->
            records.dataKeys().find(ROOT).isPresent() || records.keyCheck().value().isPresent());
  }

  /** The record's root key; refused where the master key that wraps it is not at hand. */
  public CompletableFuture<Answer<DataKey>> open(MasterSeal masters) {
    return ledger.writeAcrossSellers(
        records ->
            records
                .dataKeys()
                .find(ROOT)
                .map(root -> unwrapped(root, masters))
                .orElseGet(() -> first(records, masters)));
  }

  static Answer<DataKey> unwrapped(WrappedKey key, MasterSeal masters) {
    return masters
        .unwrap(key)
        .map(Answer::done)
        .orElseGet(() -> Answer.refused(unknown(key.master(), masters)));
  }

  /** An earlier version used its master key itself; a new record has a key that nobody chose. */
  private Answer<DataKey> first(Records records, MasterSeal masters) {
    Optional<Bytes> check = records.keyCheck().value();
    Optional<DataKey> root = check.isEmpty() ? Optional.of(draw()) : masters.asDataKey(check.get());
    root.ifPresent(key -> records.dataKeys().add(masters.wrap(ROOT, key), clock.instant()));
    return root.map(Answer::done)
        .orElseGet(() -> Answer.refused(unknown(check.orElseThrow(), masters)));
  }

  private DataKey draw() {
    byte[] drawn = new byte[DataKey.BYTES];
    random.nextBytes(drawn);
    return new DataKey(Bytes.copyOf(drawn));
  }

  private static Refusal unknown(Bytes master, MasterSeal masters) {
    return AppRefusal.MASTER_KEY_UNKNOWN.with(
        "seen", shown(masters.masters()), "allowed", shown(master));
  }

  /** How people tell a master key from others; it tells nothing of the key. */
  public static String shown(Bytes master) {
    return master.slice(0, SHOWN_BYTES).toHex();
  }

  private static String shown(List<Bytes> masters) {
    return masters.stream().map(OpenKeys::shown).collect(Collectors.joining(", "));
  }
}
