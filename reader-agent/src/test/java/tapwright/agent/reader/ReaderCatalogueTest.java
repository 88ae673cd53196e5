package tapwright.agent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.house.RefusalPage;

class ReaderCatalogueTest {

  private static final Path NOTES = RefusalPage.projectFolder().resolve("firmware-notes");
  private static final Path READERS = NOTES.resolve("readers");

  static List<ReaderProfile> shipped() {
    return ReaderCatalogue.shipped();
  }

  @ParameterizedTest
  @CsvSource({
    "acr122u, ACS ACR122U PICC Interface 00 00, true",
    "acr122u, ACS ACR122U 00 00, true",
    "acr1252u, ACS ACR1252 Dual Reader [ACR1252 Dual Reader PICC] 00 00, true",
    "acr1252u, ACS ACR1252 Dual Reader [ACR1252 Dual Reader SAM] 01 00, false",
    "acr1552u, ACS ACR1552 1S CL Reader PICC 0, true",
    "acr1552u, ACS ACR1552 1S CL Reader SAM 0, false",
    "omnikey-5022, HID Global OMNIKEY 5022 Smart Card Reader 0, true",
    "omnikey-5427, HID OMNIKEY 5427 CK CL 0, true",
    "identiv-3700f, Identiv uTrust 3700 F CL Reader [uTrust 3700 F CL Reader] 00 00, true",
    "identiv-4701f, Identiv uTrust 4701 F Dual Interface Reader [uTrust 4701 F CL Reader] 01 00,"
        + " true",
    "identiv-4701f, Identiv uTrust 4701 F Dual Interface Reader [uTrust 4701 F Contact Reader] 00"
        + " 00, false",
    "springcard, SpringCard Puck Contactless 0, true",
    "springcard, SpringCard Prox'N'Roll Contactless 0, true",
    "pcsc, Virtual PCD 00 00, true",
    "pcsc, Windows Hello for Business 1, false"
  })
  void profileOf_knowsSlotsByTheirNames(String id, String slot, boolean takesCards) {
    assertEquals(id, ReaderCatalogue.profileOf(slot).id());
    assertEquals(takesCards, ReaderCatalogue.takesCards(slot));
  }

  @Test
  void profiles_areAllInTheList() throws IOException {
    Set<String> listed =
        shipped().stream().map(ReaderProfile::id).collect(Collectors.toUnmodifiableSet());
    try (Stream<Path> files = Files.list(READERS)) {
      Set<String> there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".profile"))
              .map(name -> name.replace(".profile", ""))
              .collect(Collectors.toUnmodifiableSet());
      assertEquals(there, listed);
    }
    assertEquals("pcsc", shipped().getLast().id());
  }

  /** What the profile says of 4-bit answers is what its path reads them as. */
  @ParameterizedTest
  @MethodSource("shipped")
  void fourBitAnswers_areReadAsTheProfileSays(ReaderProfile profile) {
    ReaderProfile.Abilities abilities = profile.abilities();
    if (abilities.paths().isEmpty()) {
      assertTrue(abilities.shown().acknowledgement().isEmpty());
      return;
    }
    NativePath path = abilities.paths().getFirst();
    assertEquals(new NativeReply.Acknowledged(), path.unwrap(abilities.shown().acknowledgement()));
    assertEquals(new NativeReply.Refused(), path.unwrap(abilities.shown().refusal()));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyProfile_hasAPageWithClaimsAndTheirDates(ReaderProfile profile) throws IOException {
    String page = Files.readString(READERS.resolve(profile.id() + ".md"));

    assertTrue(page.contains("| Claim | Mark | Source |"), profile.id());
    assertTrue(page.contains("Gathered 20"), profile.id() + " has no date");
    assertTrue(page.contains(profile.id() + ".transcript"), profile.id());
  }

  @Test
  void index_namesEveryPage() throws IOException {
    String index = Files.readString(NOTES.resolve("README.md"));
    try (Stream<Path> pages = Files.walk(NOTES)) {
      List<String> missing =
          pages
              .map(page -> NOTES.relativize(page).toString())
              .filter(page -> page.endsWith(".md") && !page.equals("README.md"))
              .filter(page -> !index.contains("](" + page + ")"))
              .toList();
      assertEquals(List.of(), missing);
    }
  }
}
