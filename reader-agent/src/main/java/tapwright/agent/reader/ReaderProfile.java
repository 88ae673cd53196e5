package tapwright.agent.reader;

import java.util.List;
import java.util.Locale;
import tapwright.core.Bytes;

/**
 * What is known of a reader model before it is asked; firmware-notes/readers has the file and the
 * page of each.
 *
 * <p>A profile orders what is tried first and bounds what is asked for; what a reader can do is
 * found out by trying.
 *
 * @param id the name of its files
 * @param naming how its slots are recognised
 * @param abilities what its contactless slot is believed to do
 * @param signals lamp and buzzer
 */
public record ReaderProfile(String id, Naming naming, Abilities abilities, SignalCommands signals) {

  /**
   * Names as PC/SC shows them; parts are compared without case.
   *
   * @param title what people call the model
   * @param parts any of these in a slot's name makes it this model's
   * @param otherSlots any of these makes it a slot on which no cards are laid
   */
  public record Naming(String title, List<String> parts, List<String> otherSlots) {

    public Naming {
      parts = List.copyOf(parts);
      otherSlots = List.copyOf(otherSlots);
    }
  }

  /**
   * What its contactless slot is believed to do.
   *
   * @param paths by which a tag's own commands pass, the best first; empty for none
   * @param pagesPerFastRead the longest FAST_READ whose answer it carries
   * @param bytesPerRead what one FF B0 returns at most
   * @param shown how the tag's 4-bit answers show on the best path
   */
  public record Abilities(
      List<NativePath> paths, int pagesPerFastRead, int bytesPerRead, FourBits shown) {

    public Abilities {
      paths = List.copyOf(paths);
    }
  }

  /**
   * Response APDUs that stand for a tag's 4-bit answers; empty where there is no path.
   *
   * @param acknowledgement to a WRITE
   * @param refusal to a command that is no WRITE
   */
  public record FourBits(Bytes acknowledgement, Bytes refusal) {}

  /** Whether a slot of that name is this model's. */
  boolean fits(String slot) {
    return holdsAny(slot, naming.parts);
  }

  /** Whether cards are laid on the slot of that name: it is no SAM's and no contact card's. */
  boolean takesCards(String slot) {
    return !holdsAny(slot, naming.otherSlots);
  }

  private static boolean holdsAny(String slot, List<String> parts) {
    String lower = slot.toLowerCase(Locale.ROOT);
    return parts.stream().anyMatch(part -> lower.contains(part.toLowerCase(Locale.ROOT)));
  }
}
