package tapwright.agent.encode.type4;

import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.DnaRefusal;
import tapwright.core.tag.dna.SdmLayout;
import tapwright.core.tag.dna.SunMessage;
import tapwright.core.tag.type4.NdefFile;

/**
 * The file of a chip that signs, as read outside of a session: what stands at the places of the
 * signature is the chip's, everything else has to be as written.
 */
final class SignedFile {

  private static final int CODE_DIGITS = 16;

  private final DnaGoal goal;
  private final SdmLayout layout;
  private final Bytes file;

  SignedFile(DnaGoal goal, SdmLayout layout, NdefFile file) {
    this.goal = goal;
    this.layout = layout;
    this.file = file.bytes();
  }

  /** Whether everything outside of the chip's places is as the goal has it, byte for byte. */
  boolean holdsMessage() {
    Bytes wanted = NdefFile.holding(goal.message()).bytes();
    return file.size() >= wanted.size()
        && file.slice(0, wanted.size()).with(layout.offset(), placeholder()).equals(wanted);
  }

  /** The read counter that the chip signed, if it is this one with these keys. */
  Checked<Integer> counter(Uid uid) {
    return message()
        .then(signed -> signed.verify(goal.keys().sun()))
        .then(
            data ->
                data.uid().equals(uid)
                    ? Checked.passed(data.counter())
                    : Checked.refused(DnaRefusal.SUN_FORGED.with("part", "UID")));
  }

  private Checked<SunMessage> message() {
    String code = text(layout.codeOffset(), layout.codeOffset() + CODE_DIGITS);
    String data = text(layout.dataOffset(), layout.codeOffset() - "&c=".length());
    return switch (layout.place()) {
      case ENCIPHERED -> SunMessage.enciphered(data, code);
      case PLAIN -> SunMessage.plain(data, code);
    };
  }

  private String text(int from, int to) {
    return file.slice(from, to).toUtf8();
  }

  private Bytes placeholder() {
    return Bytes.ofUtf8(layout.place().text());
  }
}
