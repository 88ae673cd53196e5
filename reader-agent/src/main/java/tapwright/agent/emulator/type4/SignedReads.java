package tapwright.agent.emulator.type4;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * Reads without a session, which the chip counts and signs (NT4H2421Gx data sheet, section 9.3.1): the
 * first read after any other command counts; those of the same kind that follow belong to it, so that
 * a file read in pieces is of one counter and one code.
 */
final class SignedReads {

  private static final int READ_BINARY = 0xB0;
  private static final int READ_DATA = 0xAD;

  private final ChipMemory memory;
  private final KeyExchange keys;
  private final Uid uid;
  private int kind;
  private @Nullable Bytes shown;

  SignedReads(ChipMemory memory, KeyExchange keys, Uid uid) {
    this.memory = memory;
    this.keys = keys;
    this.uid = uid;
  }

  /** Notes which command comes now: another than before ends the read. */
  void follow(CommandApdu command) {
    int next = command.ins();
    if (next != kind || (next != READ_BINARY && next != READ_DATA)) {
      end();
    }
    kind = next;
  }

  void end() {
    shown = null;
  }

  /** The file as it is read now; empty when its counter is at its limit. */
  Optional<Bytes> shown(ChipFile file) {
    Optional<SdmSettings> sdm = file.sdm();
    if (sdm.isEmpty() || keys.session().isPresent()) {
      return Optional.of(file.content());
    }
    if (shown == null && memory.counter() >= limit(sdm.get())) {
      return Optional.empty();
    }
    Bytes now = shown == null ? counted(file, sdm.get()) : shown;
    shown = now;
    return Optional.of(now);
  }

  private Bytes counted(ChipFile file, SdmSettings sdm) {
    memory.setCounter(memory.counter() + 1);
    SdmMirror mirror = new SdmMirror(sdm, memory::keyValue, uid, memory.counter());
    return mirror.over(file.content(), keys.drawn(SdmMirror.CHANCE));
  }

  private static int limit(SdmSettings sdm) {
    return sdm.number(SdmField.COUNTER_LIMIT).orElse(ChipMemory.COUNTER_LIMIT);
  }
}
