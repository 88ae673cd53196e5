package tapwright.agent.encode.type4;

import java.util.Optional;
import tapwright.agent.emulator.EmulatedType4Tag;
import tapwright.agent.encode.FaultyCard;
import tapwright.agent.encode.Field;
import tapwright.agent.pcsc.Atr;
import tapwright.agent.pcsc.TagConnection;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** A Type 4 tag in the field, one byte of whose answers is changed on its way. */
final class CorruptedCard implements TagConnection {

  /**
   * Which byte, and how.
   *
   * @param exchange counted from 1
   * @param at counted from 0, the status word included
   * @param bits those that are turned
   */
  record Corruption(int exchange, int at, int bits) {}

  private final FaultyCard card;
  private final Corruption corruption;

  CorruptedCard(EmulatedType4Tag tag, Corruption corruption) {
    this.card = FaultyCard.sound(tag);
    this.corruption = corruption;
  }

  Field field() {
    return card.field();
  }

  @Override
  public Bytes transmit(Bytes command) {
    Bytes answer = card.transmit(command);
    int at = corruption.at();
    return card.exchanges() == corruption.exchange()
        ? answer.with(at, Bytes.of(answer.at(at) ^ corruption.bits()))
        : answer;
  }

  @Override
  public Atr atr() {
    return card.atr();
  }

  @Override
  public Optional<Uid> uid() {
    return card.uid();
  }

  @Override
  public void reactivate() {
    card.reactivate();
  }

  @Override
  public void close() {
    card.close();
  }
}
