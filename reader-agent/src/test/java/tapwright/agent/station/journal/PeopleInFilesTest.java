package tapwright.agent.station.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.print.job.LabelKey;
import tapwright.agent.print.job.LabelOrder;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.journal.JournalStep.Kind;
import tapwright.agent.station.journal.WantedLabels.Wanted;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** What the files of journal and labels show of people, byte by byte. */
class PeopleInFilesTest {

  private static final String NAME = "Plantedname Oddington";
  private static final Uid MADE = Uid.ofHex("04000000000001");
  private static final Uid LOST = Uid.ofHex("04000000000002");
  private static final Bytes HASH = Bytes.ofUtf8("x").sha256();
  private static final LabelKey KEY = new LabelKey("HTTPS://E.EXAMPLE.COM/Q/SLUG012345", "t", 1);
  private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");

  @TempDir private Path folder;
  private Instant now = BEGIN;
  private Journal journal;
  private LabelJournal labels;

  @BeforeEach
  void open() {
    journal = Journal.open(folder, () -> now, new Random(1));
    labels = LabelJournal.open(folder, () -> now, new Random(2));
  }

  @AfterEach
  void close() {
    journal.close();
    labels.close();
  }

  private void openAgain() {
    close();
    open();
  }

  /** Every text that can name somebody, in a card that was made, one that was lost and one more. */
  private void fill() {
    journal.enrol(
        "s",
        "cards.csv",
        Stream.of("job:made", "job:lost", "s:waits")
            .map(owner -> new JournalItem(owner, 1, NAME, "{\"name\":\"" + NAME + "\"}"))
            .toList());
    journal.append(JournalStep.bound("job:made", MADE, HASH));
    journal.append(
        JournalStep.verified("job:made", MADE, HASH, "NTAG215"),
        Optional.of(new OutboxEvent("e1", "job:made", "{\"message\":\"" + NAME + "\"}")));
    journal.answered("e1", "TAKEN", NAME);
    journal.append(JournalStep.bound("job:lost", LOST, HASH));
    journal.append(
        JournalStep.no(
            Kind.SCRAPPED,
            "job:lost",
            LOST,
            StationRefusal.UID_SCRAPPED.with("uid", LOST, "reason", NAME)));
    labels.wanted().add(wanted("job:made", KEY));
    labels.begun("print 1", "printer", List.of(KEY));
    labels.ended("print 1", new Delivery.Printed());
  }

  private static Wanted wanted(String owner, LabelKey key) {
    LabelContent content = new LabelContent(Map.of(LabelField.NAME, NAME), null);
    return new Wanted(owner, new LabelOrder(key, NAME, content));
  }

  private boolean isFound(String text) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void nobody_isNamedInAnyFileAndAllIsReadAgain() throws IOException {
    fill();
    assertFalse(isFound("Oddington"), "while they are open");
    assertTrue(isFound("SLUG012345"), "the scan finds nothing at all");

    openAgain();
    assertFalse(isFound("Oddington"), "once they were closed");
    assertEquals(new TagStanding.Done("job:made", NAME), journal.standingOf(MADE));
    assertTrue(journal.standingOf(LOST).toString().contains(NAME));
    assertTrue(journal.find("s:waits").orElseThrow().content().contains(NAME));
    LabelOrder label = labels.wanted().find("SLUG012345").orElseThrow();
    assertEquals(NAME, label.label());
    assertEquals(NAME, label.content().value(LabelField.NAME));
  }

  @Test
  void aJournalInTheClear_isEncryptedWhenItIsOpened() throws IOException, SQLException {
    fill();
    close();
    PlainLayout.put(folder, NAME);
    assertTrue(isFound("Oddington"), "the planted names are not there");

    open();
    assertFalse(isFound("Oddington"));
    assertEquals(new TagStanding.Done("job:made", NAME), journal.standingOf(MADE));
    assertEquals(Optional.of(NAME), journal.find("s:waits").map(JournalItem::content));
  }

  @Test
  void whatWasDoneLongAgo_namesNobodyAndWhatWaitsIsKept() {
    fill();
    now = BEGIN.plus(Pruning.KEPT).minus(Duration.ofSeconds(1));
    openAgain();
    assertEquals(new TagStanding.Done("job:made", NAME), journal.standingOf(MADE));
    assertTrue(labels.wanted().find("SLUG012345").isPresent());

    now = BEGIN.plus(Pruning.KEPT).plus(Duration.ofSeconds(1));
    openAgain();
    assertEquals(new TagStanding.Done("job:made", "job:made"), journal.standingOf(MADE));
    assertEquals("", journal.find("job:made").orElseThrow().content());
    assertEquals(RowState.REPORTED, journal.stateOf("job:made"));
    assertTrue(journal.standingOf(LOST).toString().contains(NAME), "the lost one's job waits");
    assertTrue(journal.find("s:waits").orElseThrow().content().contains(NAME));
    assertTrue(labels.wanted().find("SLUG012345").isEmpty());
  }

  @Test
  void whatTheServerWasNotTold_isKeptHoweverOldItIs() {
    fill();
    journal.append(JournalStep.bound("s:waits", Uid.ofHex("04000000000003"), HASH));
    OutboxEvent untold = new OutboxEvent("e2", "s:waits", NAME);
    journal.append(
        JournalStep.verified("s:waits", Uid.ofHex("04000000000003"), HASH, "NTAG215"),
        Optional.of(untold));

    now = BEGIN.plus(Pruning.KEPT.multipliedBy(2));
    openAgain();

    assertEquals(List.of(untold), journal.unsent("s", 9));
    assertEquals(NAME, journal.find("s:waits").orElseThrow().label());
  }
}
