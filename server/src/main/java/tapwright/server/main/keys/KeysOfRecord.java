package tapwright.server.main.keys;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import tapwright.core.Bytes;
import tapwright.server.app.access.OpenKeys;
import tapwright.server.app.access.RotateKeys;
import tapwright.server.main.db.RecordOption;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.MasterKey;
import tapwright.server.record.Ledger;
import tapwright.server.record.key.WrappedKey;
import tapwright.server.security.MasterKeys;

/** The keys of a record beside the master keys at hand, whether these fit or not. */
final class KeysOfRecord {

  @Mixin private RecordOption record;

  private final MasterKey source = MasterKey.ofThisProcess();
  private final SecureRandom random = new SecureRandom();

  MasterKey source() {
    return source;
  }

  SecureRandom random() {
    return random;
  }

  MasterKeys atHand() {
    return new MasterKeys(source.existing(), random);
  }

  /** Works on the record's keys, which need not open. */
  <T> T with(Function<RotateKeys, T> work) {
    try (Ledger store = Installation.store(record.url(), random)) {
      return work.apply(new RotateKeys(store, Installation.CLOCK));
    }
  }

  /** Each master key, at hand or not, with how many keys of the record it wraps. */
  List<Use> uses() {
    MasterKeys atHand = atHand();
    List<Use> uses = new ArrayList<>();
    List<WrappedKey> wrapped = with(keys -> keys.state().join());
    atHand.masters().forEach(master -> uses.add(use(master, true, wrapped)));
    wrapped.stream()
        .map(WrappedKey::master)
        .distinct()
        .filter(master -> !atHand.masters().contains(master))
        .forEach(master -> uses.add(use(master, false, wrapped)));
    return uses;
  }

  private static Use use(Bytes master, boolean atHand, List<WrappedKey> wrapped) {
    long count = wrapped.stream().filter(key -> key.master().equals(master)).count();
    return new Use(OpenKeys.shown(master), atHand, count);
  }

  /**
   * What a master key is good for.
   *
   * @param name what tells it from others
   * @param wraps how many keys of the record it wraps
   */
  record Use(String name, boolean atHand, long wraps) {

    String line() {
      return "%s  %-8s  wraps %d %s of this record"
          .formatted(name, atHand ? "at hand" : "missing", wraps, wraps == 1 ? "key" : "keys");
    }

    Map<String, Object> values() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("masterKey", name);
      map.put("atHand", atHand);
      map.put("wraps", wraps);
      return map;
    }
  }
}
