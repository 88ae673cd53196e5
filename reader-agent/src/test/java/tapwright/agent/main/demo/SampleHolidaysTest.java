package tapwright.agent.main.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.policy.library.HolidayLists;
import tapwright.core.policy.text.PolicyText;

class SampleHolidaysTest {

  @TempDir private Path folder;

  @Test
  void yearsThatAreNotOnFile_areAListThatThePolicyEngineTakes() throws IOException {
    SampleHolidays.write(folder, LocalDate.of(2031, 12, 31));

    Path file = folder.resolve("policies/calendars/in-maharashtra.yaml");
    HolidayLists.Addition read =
        HolidayLists.shipped().withTexts(List.of(new PolicyText("h.yaml", Files.readString(file))));
    assertEquals(List.of(), read.refusals());
    for (int year : List.of(2030, 2031, 2032)) {
      assertTrue(read.lists().knows("in-maharashtra", year), year + "");
    }
  }

  @Test
  void yearsOnFile_areLeftAsTheyAre() throws IOException {
    assertTrue(HolidayLists.shipped().knows("in-maharashtra", 2026));

    SampleHolidays.write(folder, LocalDate.of(2026, 6, 1));

    Path file = folder.resolve("policies/calendars/in-maharashtra.yaml");
    assertFalse(Files.exists(file) && Files.readString(file).contains("  2026:"));
  }
}
