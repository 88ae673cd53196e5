package tapwright.agent.encode.type4;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tapwright.agent.emulator.EmulatedType4Tag;
import tapwright.agent.encode.FaultyCard;
import tapwright.agent.encode.PhoneView;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.ndef.SignedPlace;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.dna.SunMessage;
import tapwright.core.tag.inspect.Openness;

/** What a phone, and who holds an order's keys, see of an emulated Type 4 tag. */
public final class SignedView {

  private static final Pattern SIGNED = Pattern.compile("e=([0-9A-F]{32})&c=([0-9A-F]{16})");

  private final EmulatedType4Tag tag;
  private final DnaKeys keys;

  public SignedView(EmulatedType4Tag tag, DnaKeys keys) {
    this.tag = tag;
    this.keys = keys;
  }

  /**
   * The message as hex digits, or {@link PhoneView#NOTHING}; what the keys signed counts as the
   * placeholder that it stands for, and what others signed does not.
   */
  public String shown() {
    String text = new String(Type4Bench.message(tag).toArray(), StandardCharsets.ISO_8859_1);
    Matcher signed = SIGNED.matcher(text);
    String masked =
        signed.find() && isOfTheKeys(signed)
            ? signed.replaceFirst(SignedPlace.ENCIPHERED.text())
            : text;
    return Bytes.copyOf(masked.getBytes(StandardCharsets.ISO_8859_1))
        .toHex()
        .toLowerCase(Locale.ROOT);
  }

  private boolean isOfTheKeys(Matcher signed) {
    return SunMessage.enciphered(signed.group(1), signed.group(2))
            .then(message -> message.verify(keys.sun()))
        instanceof Checked.Passed<?>;
  }

  /** Whether some key 0 that was written down opens the chip. */
  public boolean hasKnownMaster() {
    return List.of(AesKey.FACTORY, keys.key(DnaKeys.MASTER)).stream()
        .anyMatch(key -> Type4Bench.takes(tag, DnaKeys.MASTER, key));
  }

  public boolean takesAllKeys() {
    return Type4Bench.takesAll(tag, keys);
  }

  /** Whether nobody can ever change the message. */
  public boolean isLocked() {
    FaultyCard card = FaultyCard.sound(Type4Bench.copyOf(tag));
    try (Type4Presentation presentation = Type4Bench.present(card)) {
      return presentation.findings().openness() == Openness.NOBODY;
    }
  }
}
