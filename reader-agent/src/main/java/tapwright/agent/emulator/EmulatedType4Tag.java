package tapwright.agent.emulator;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.agent.emulator.type4.NdefChip;
import tapwright.agent.emulator.type4.Type4Chip;
import tapwright.agent.emulator.type4.Type4Shape;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * A Type 4 tag in memory that answers each command APDU as the chip would, and can be torn off
 * mid-write.
 *
 * <p>A torn write keeps its first bytes. A real NTAG 424 DNA may do better and keep all or nothing;
 * nobody here has seen it, so the worse is emulated.
 */
public final class EmulatedType4Tag implements VirtualTag {

  private final EmulatedType4Model model;
  private final Uid uid;
  private final Type4Chip chip;
  private boolean inField;
  private @Nullable Tear tear;
  private int writes;

  EmulatedType4Tag(EmulatedType4Model model, Uid uid, Type4Chip chip) {
    this.model = model;
    this.uid = uid;
    this.chip = chip;
  }

  /** A plain tag with an empty message, of sizes of the caller's choice. */
  public static EmulatedType4Tag plain(Type4Shape shape, Uid uid) {
    return plain(NdefChip.blank(shape), shape, uid);
  }

  /** The same with a capability container that forbids writing. */
  public static EmulatedType4Tag readOnly(Type4Shape shape, Uid uid) {
    return plain(NdefChip.blank(shape).readOnly(), shape, uid);
  }

  private static EmulatedType4Tag plain(NdefChip chip, Type4Shape shape, Uid uid) {
    EmulatedType4Model model =
        shape.mapping() == 1 ? EmulatedType4Model.TYPE4_V1 : EmulatedType4Model.TYPE4;
    return new EmulatedType4Tag(model, uid, chip);
  }

  @Override
  public EmulatedType4Model kind() {
    return model;
  }

  @Override
  public String model() {
    return model.name();
  }

  @Override
  public Uid uid() {
    return uid;
  }

  /** What the NDEF file holds, its two length bytes included and nothing laid over it. */
  public synchronized Bytes ndefFile() {
    return chip.ndefFile();
  }

  /** Everything that outlives a field by name, keys included: what no reader can see. */
  synchronized Map<String, Bytes> stored() {
    return chip.stored();
  }

  @Override
  public synchronized void place() {
    inField = true;
    chip.powerUp();
  }

  @Override
  public synchronized void lift() {
    inField = false;
  }

  @Override
  public synchronized boolean inField() {
    return inField;
  }

  @Override
  public synchronized void cycleField() {
    if (inField) {
      place();
    }
  }

  @Override
  public synchronized int writes() {
    return writes;
  }

  @Override
  public synchronized void tearAt(Tear planned) {
    tear = planned;
  }

  /** Answers one command APDU; empty when the tag is not there, or not any more. */
  public synchronized Optional<Bytes> answer(Bytes command) {
    if (!inField) {
      return Optional.empty();
    }
    Bytes answer = chip.answer(command, this::bytesBeforeTear);
    return Optional.of(answer).filter(whole -> inField);
  }

  /** How much of this write is stored; when its time has come, the tag is gone after it. */
  private int bytesBeforeTear(int length) {
    writes++;
    Tear planned = tear;
    if (planned == null) {
      return length;
    }
    if (planned.write() > 1) {
      tear = new Tear(planned.write() - 1, planned.bytes());
      return length;
    }
    tear = null;
    lift();
    return Math.min(planned.bytes(), length);
  }
}
