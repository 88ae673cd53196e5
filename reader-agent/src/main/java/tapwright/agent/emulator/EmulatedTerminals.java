package tapwright.agent.emulator;

import java.util.ArrayList;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;

/** The list of emulated readers, with what has changed since it was last waited for. */
final class EmulatedTerminals extends CardTerminals {

  private final EmulatedReaders readers;
  private List<Long> seenBefore;
  private List<Long> seenLast;

  EmulatedTerminals(EmulatedReaders readers) {
    this.readers = readers;
    this.seenBefore = List.of();
    this.seenLast = presentations();
  }

  @Override
  public synchronized List<CardTerminal> list(State state) {
    List<CardTerminal> listed = new ArrayList<>();
    List<EmulatedReader> attached = readers.attached();
    for (int i = 0; i < attached.size(); i++) {
      if (isIn(state, attached.get(i), i)) {
        listed.add(new EmulatedTerminal(readers, attached.get(i)));
      }
    }
    return List.copyOf(listed);
  }

  private boolean isIn(State state, EmulatedReader reader, int index) {
    boolean present = reader.tag().isPresent();
    return switch (state) {
      case ALL -> true;
      case CARD_PRESENT -> present;
      case CARD_ABSENT -> !present;
      case CARD_INSERTION -> present && hasChanged(index);
      case CARD_REMOVAL -> !present && hasChanged(index);
    };
  }

  private boolean hasChanged(int index) {
    return index >= seenBefore.size() || !seenBefore.get(index).equals(seenLast.get(index));
  }

  @Override
  public boolean waitForChange(long timeout) throws CardException {
    List<Long> known = seenLast();
    boolean changed = Waiting.in(readers, () -> !presentations().equals(known), timeout);
    note(known);
    return changed;
  }

  private synchronized List<Long> seenLast() {
    return seenLast;
  }

  private synchronized void note(List<Long> known) {
    seenBefore = known;
    seenLast = presentations();
  }

  private List<Long> presentations() {
    return readers.attached().stream().map(EmulatedReader::presentation).toList();
  }
}
