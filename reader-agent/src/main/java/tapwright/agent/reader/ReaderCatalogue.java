package tapwright.agent.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The profiles that the product brings along, in the order in which names are compared. */
public final class ReaderCatalogue {

  private static final String FOLDER = "/firmware-notes/readers/";

  /** The ids, a line each; the last is the generic reader, for names that nobody has described. */
  private static final String LIST = "profiles.txt";

  private static final List<ReaderProfile> SHIPPED =
      text(LIST).lines().map(ReaderCatalogue::read).toList();

  private ReaderCatalogue() {}

  public static List<ReaderProfile> shipped() {
    return SHIPPED;
  }

  /** The profile of the slot of that name; the generic one where no other fits. */
  public static ReaderProfile profileOf(String slot) {
    return SHIPPED.stream()
        .filter(profile -> profile.fits(slot))
        .findFirst()
        .orElseGet(SHIPPED::getLast);
  }

  /** Whether cards are laid on the slot of that name. */
  public static boolean takesCards(String slot) {
    return profileOf(slot).takesCards(slot);
  }

  private static ReaderProfile read(String id) {
    return ProfileFile.parse(id, text(id + ".profile")).orThrow();
  }

  private static String text(String name) {
    try (@Nullable InputStream in = ReaderCatalogue.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the build has left out " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
