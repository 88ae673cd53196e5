package tapwright.core.ndef;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Checked;

/**
 * A vCard that somebody else wrote; its bytes go onto a tag as they are.
 *
 * @param content one vCard in UTF-8
 */
public record VCardFile(Bytes content) {

  private static final String ALLOWED = "one vCard in UTF-8, from BEGIN:VCARD to END:VCARD";

  public VCardFile {
    VCards.problem(content)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException("content " + problem);
            });
  }

  /** The file's content as a vCard, or why it is none. */
  public static Checked<VCardFile> of(Bytes content) {
    Optional<String> problem = VCards.problem(content);
    return problem.isPresent()
        ? Checked.refused(NdefRefusal.VCARD.with("problem", problem.get(), "allowed", ALLOWED))
        : Checked.passed(new VCardFile(content));
  }

  /** The record that a tag holds for it. */
  public NdefRecord record() {
    return NdefRecord.ofMediaType(Contact.MEDIA_TYPE, content);
  }
}
