package tapwright.server.app.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.server.app.World.done;
import static tapwright.server.app.World.refused;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.record.Ledger;
import tapwright.server.record.key.DataKey;
import tapwright.server.record.key.WrappedKey;
import tapwright.server.security.MasterKeys;
import tapwright.server.store.upkeep.Session;

class KeysOfRecordTest implements NewRecord {

  private static final DataKey OLD = key(1);
  private static final DataKey NEW = key(2);
  private static final DataKey FOREIGN = key(3);

  @TempDir private Path folder;
  private final World.HandClock clock = new World.HandClock();
  private final Random random = new Random(8);
  private Ledger ledger;
  private OpenKeys open;
  private RotateKeys rotate;

  @BeforeEach
  void start() {
    ledger = newRecord(folder);
    open = new OpenKeys(ledger, random, clock);
    rotate = new RotateKeys(ledger, clock);
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  private static DataKey key(int value) {
    return new DataKey(Bytes.zeros(DataKey.BYTES).with(0, Bytes.of(value)));
  }

  private MasterKeys masters(DataKey... newestFirst) {
    return new MasterKeys(List.of(newestFirst), random);
  }

  @Test
  void aNewRecord_hasAKeyThatNobodyChose() {
    assertFalse(OpenKeys.isKnown(ledger).join());

    DataKey root = done(open.open(masters(OLD)).join());

    assertTrue(OpenKeys.isKnown(ledger).join());
    assertFalse(root.equals(OLD));
    assertEquals(root, done(open.open(masters(OLD)).join()));
    assertEquals(root, done(open.open(masters(NEW, OLD)).join()));
  }

  @Test
  void aRecordOfAnEarlierVersion_keepsItsMasterKeyAsItsKey() {
    plantOld(masters(OLD).newest());
    assertTrue(OpenKeys.isKnown(ledger).join());

    assertWrong(refused(open.open(masters(NEW)).join()).refusal());
    assertEquals(OLD, done(open.open(masters(NEW, OLD)).join()));
    assertEquals(OLD, done(open.open(masters(NEW)).join()));
  }

  private void plantOld(Bytes check) {
    try (Session session = Session.writing(url(folder))) {
      session.update("INSERT INTO key_check VALUES ('master', ?, 1)", check.toArray());
      session.commit();
    }
  }

  @Test
  void anotherMasterKey_isRefusedByNamesThatTellNothing() {
    DataKey unused = done(open.open(masters(OLD)).join());
    Refusal refusal = refused(open.open(masters(FOREIGN)).join()).refusal();

    assertWrong(refusal);
    assertTrue(refusal.message().contains(OpenKeys.shown(masters(FOREIGN).newest())));
    assertTrue(refusal.message().contains(OpenKeys.shown(masters(OLD).newest())));
    assertFalse(refusal.message().contains(unused.value().toHex()));
  }

  private static void assertWrong(Refusal refusal) {
    assertEquals(AppRefusal.MASTER_KEY_UNKNOWN, refusal.code());
  }

  @Test
  void rotation_wrapsTheSameKeyByTheNewestMasterKey() {
    DataKey root = done(open.open(masters(OLD)).join());

    assertEquals(1, done(rotate.rotate(masters(NEW, OLD)).join()));
    assertEquals(0, done(rotate.rotate(masters(NEW, OLD)).join()));

    assertEquals(root, done(open.open(masters(NEW)).join()));
    assertWrong(refused(open.open(masters(OLD)).join()).refusal());
  }

  @Test
  void rotation_withoutTheOldMasterKey_changesNothing() {
    DataKey root = done(open.open(masters(OLD)).join());
    List<WrappedKey> before = rotate.state().join();

    assertWrong(refused(rotate.rotate(masters(NEW)).join()).refusal());

    assertEquals(before, rotate.state().join());
    assertEquals(root, done(open.open(masters(OLD)).join()));
  }
}
