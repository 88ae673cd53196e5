package tapwright.server.security;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tapwright.core.Bytes;
import tapwright.server.record.key.DataKey;
import tapwright.server.record.key.MasterSeal;
import tapwright.server.record.key.WrappedKey;

/** Master keys in the order in which they count: the first one wraps, all of them unwrap. */
public final class MasterKeys implements MasterSeal {

  private static final String PURPOSE = "data keys";

  private final List<Master> all;
  private final RandomGenerator random;

  /** The random generator gives nonces; it must not repeat itself. */
  public MasterKeys(List<DataKey> newestFirst, RandomGenerator random) {
    if (newestFirst.isEmpty()) {
      throw new IllegalArgumentException("there are 0 master keys, allowed are 1 or more");
    }
    this.all = newestFirst.stream().map(Master::new).toList();
    this.random = random;
  }

  /** One of them: its bytes are a {@link DataKey} because earlier versions used them as one. */
  private record Master(DataKey value) {

    Keys keys() {
      return new Keys(value);
    }

    Bytes check() {
      return keys().check();
    }
  }

  @Override
  public List<Bytes> masters() {
    return all.stream().map(Master::check).toList();
  }

  @Override
  public WrappedKey wrap(String name, DataKey key) {
    Master newest = all.getFirst();
    return new WrappedKey(name, newest.check(), envelope(newest).seal(key.value(), name));
  }

  @Override
  public Optional<DataKey> unwrap(WrappedKey key) {
    return told(key.master())
        .map(master -> new DataKey(envelope(master).openBytes(key.wrapped(), key.name())));
  }

  @Override
  public Optional<DataKey> asDataKey(Bytes master) {
    return told(master).map(Master::value);
  }

  private Optional<Master> told(Bytes check) {
    return all.stream().filter(master -> master.check().equals(check)).findFirst();
  }

  private Envelope envelope(Master master) {
    return new Envelope(master.keys().aes(PURPOSE), Envelope.Whose.MASTER, random);
  }

  /** Says nothing: keys are never shown. */
  @Override
  public String toString() {
    return "MasterKeys";
  }
}
