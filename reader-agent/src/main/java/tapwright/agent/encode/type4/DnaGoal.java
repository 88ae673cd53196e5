package tapwright.agent.encode.type4;

import java.util.Optional;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.Finish;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.dna.FileAccess;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.dna.FileSettings;
import tapwright.core.tag.dna.SdmLayout;

/**
 * What an NTAG 424 DNA with keys of its own shall be in the end.
 *
 * @param message as it is written, with placeholders where the chip signs
 * @param keys its five keys
 * @param layout where it signs; empty when it does not
 * @param lock whether nobody shall ever change it
 */
record DnaGoal(Bytes message, DnaKeys keys, Optional<SdmLayout> layout, boolean lock) {

  /** As before anybody made a card of it: written by everybody, signing nothing. */
  static final FileSettings OPEN = new FileSettings(FileAccess.FACTORY_NDEF, Optional.empty());

  /** The goal for the message, or why the chip could not sign it. */
  static Checked<DnaGoal> of(Bytes message, Counting counting, Finish finish) {
    DnaKeys keys = finish.keys().orElseThrow();
    return counting == Counting.SUN
        ? SdmLayout.of(message)
            .map(layout -> new DnaGoal(message, keys, Optional.of(layout), finish.lock()))
        : Checked.passed(new DnaGoal(message, keys, Optional.empty(), finish.lock()));
  }

  /** The file of a card in use: only who holds key 0 can change it. */
  FileSettings settings() {
    return new FileSettings(FileAccess.CARD, layout);
  }

  /** Whether a card's file is set so, locked or not. */
  boolean isSetIn(FileDescription found) {
    return found.isSetTo(settings()) || found.isSetTo(lockedSettings());
  }

  /** The same for ever. */
  FileSettings lockedSettings() {
    return new FileSettings(FileAccess.LOCKED, layout);
  }
}
