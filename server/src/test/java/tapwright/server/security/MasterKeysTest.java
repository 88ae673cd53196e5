package tapwright.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tapwright.core.Bytes;
import tapwright.server.record.key.DataKey;
import tapwright.server.record.key.WrappedKey;

class MasterKeysTest {

  private static final DataKey OLD = key(1);
  private static final DataKey NEW = key(2);
  private static final DataKey ROOT = key(3);

  private static DataKey key(int value) {
    return new DataKey(Bytes.zeros(DataKey.BYTES).with(0, Bytes.of(value)));
  }

  private static MasterKeys keys(DataKey... newestFirst) {
    return new MasterKeys(List.of(newestFirst), new Random(4));
  }

  @Test
  void aKey_isWrappedByTheNewestAndUnwrappedByAll() {
    WrappedKey byOld = keys(OLD).wrap("root", ROOT);
    WrappedKey byNew = keys(NEW, OLD).wrap("root", ROOT);

    assertEquals(keys(NEW).newest(), byNew.master());
    assertEquals(Optional.of(ROOT), keys(NEW, OLD).unwrap(byOld));
    assertEquals(Optional.of(ROOT), keys(OLD, NEW).unwrap(byNew));
    assertEquals(Optional.empty(), keys(NEW).unwrap(byOld));
  }

  @Test
  void aWrappedKey_opensUnderItsNameOnly() {
    WrappedKey wrapped = keys(OLD).wrap("root", ROOT);
    WrappedKey renamed = new WrappedKey("other", wrapped.master(), wrapped.wrapped());

    assertThrows(IllegalStateException.class, () -> keys(OLD).unwrap(renamed));
  }

  @Test
  void whatTellsAKey_isNoneOfIt() {
    assertFalse(keys(OLD).newest().toHex().contains(OLD.value().toHex().substring(0, 16)));
    assertEquals("MasterKeys", keys(OLD).toString());
    assertEquals("DataKey", OLD.toString());
    assertThrows(IllegalArgumentException.class, () -> keys());
    assertThrows(IllegalArgumentException.class, () -> new DataKey(Bytes.zeros(31)));
  }
}
