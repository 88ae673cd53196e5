package tapwright.agent.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.station.JournalStep.Kind;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;

class JournalTest {

  private static final Uid A = Uid.ofHex("04000000000001");
  private static final Uid B = Uid.ofHex("04000000000002");
  private static final Bytes HASH = Bytes.ofUtf8("x").sha256();
  private static final Refusal NO = StationRefusal.UID_SCRAPPED.with("uid", A, "reason", "lost");

  @TempDir Path folder;
  private Journal journal;

  @BeforeEach
  void open() {
    journal = Journal.open(folder, new FakeClock());
    journal.enrol(
        "s",
        "cards.csv",
        List.of(
            new JournalItem("s:2", 2, "line 2 (Ada)", ""),
            new JournalItem("s:3", 3, "line 3 (Bob)", "")));
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void open_heldByAnother_isAFaultThatNamesTheFolder() {
    StationFault.JournalInUse fault =
        assertThrows(StationFault.JournalInUse.class, () -> Journal.open(folder, new FakeClock()));
    assertTrue(String.valueOf(fault.getMessage()).contains(folder.toString()));
  }

  @Test
  void open_afterClose_hasEverythingStill() {
    journal.append(JournalStep.bound("s:2", A, HASH));
    journal.close();
    journal = Journal.open(folder, new FakeClock());
    assertEquals(new TagStanding.Begun("s:2", "line 2 (Ada)"), journal.standingOf(A));
    assertEquals(RowState.BOUND, journal.stateOf("s:2"));
    assertEquals(Optional.of("s:3"), journal.nextQueued("s").map(JournalItem::owner));
  }

  @Test
  void open_layoutOfANewerVersion_isNotTouched() throws SQLException {
    journal.close();
    inFile("pragma user_version = 99");
    assertThrows(StationFault.JournalBroken.class, () -> Journal.open(folder, new FakeClock()));
    inFile("pragma user_version = 1");
    journal = Journal.open(folder, new FakeClock());
  }

  @Test
  void open_noDatabase_isAFault() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("journal.sqlite"), "this is not a database, not at all\n");
    assertThrows(StationFault.JournalBroken.class, () -> Journal.open(other, new FakeClock()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update step set kind = 'VERIFIED'",
        "delete from step",
        "delete from item",
        "update source set name = 'x'",
        "delete from event",
        "delete from answer"
      })
  void tables_anyChange_isRefusedByTheFileItself(String change) throws SQLException {
    journal.append(
        JournalStep.bound("s:2", A, HASH), Optional.of(new OutboxEvent("e1", "s:2", "{}")));
    journal.answered("e1", "TAKEN", null);
    journal.close();
    SQLException refused = assertThrows(SQLException.class, () -> inFile(change));
    assertTrue(String.valueOf(refused.getMessage()).contains("only grows"));
    open();
  }

  @Test
  void append_uidOfAnother_isADefect() {
    journal.append(JournalStep.bound("s:2", A, HASH));
    assertThrows(
        IllegalStateException.class, () -> journal.append(JournalStep.bound("s:3", A, HASH)));
    assertThrows(
        IllegalStateException.class, () -> journal.append(JournalStep.bound("s:2", B, HASH)));
    assertThrows(
        IllegalStateException.class,
        () -> journal.append(JournalStep.verified("s:3", A, HASH, "NTAG213")));
    assertEquals(new TagStanding.Begun("s:2", "line 2 (Ada)"), journal.standingOf(A));
  }

  @Test
  void append_eventThatCannotBeWritten_leavesNoStepEither() {
    journal.append(
        JournalStep.bound("s:2", A, HASH), Optional.of(new OutboxEvent("e1", "s:2", "{}")));
    assertThrows(
        StationFault.JournalBroken.class,
        () ->
            journal.append(
                JournalStep.verified("s:2", A, HASH, "NTAG213"),
                Optional.of(new OutboxEvent("e1", "s:2", "{}"))));
    assertEquals(RowState.BOUND, journal.stateOf("s:2"));
  }

  @Test
  void standing_afterEachStep_isWhatTheStepSays() {
    assertEquals(new TagStanding.Free(), journal.standingOf(A));
    journal.append(JournalStep.bound("s:2", A, HASH));
    journal.append(JournalStep.no(Kind.TURNED_AWAY, "s:2", A, NO));
    assertEquals(new TagStanding.Free(), journal.standingOf(A));
    assertEquals(RowState.QUEUED, journal.stateOf("s:2"));
    journal.append(JournalStep.bound("s:2", A, HASH));
    journal.append(JournalStep.verified("s:2", A, HASH, "NTAG213"));
    assertEquals(new TagStanding.Done("s:2", "line 2 (Ada)"), journal.standingOf(A));
    assertEquals(RowState.VERIFIED, journal.stateOf("s:2"));
    journal.append(JournalStep.bound("s:3", B, HASH));
    journal.append(JournalStep.no(Kind.SCRAPPED, "s:3", B, NO));
    assertEquals(new TagStanding.Scrapped(NO.message()), journal.standingOf(B));
    assertEquals(Optional.of("s:3"), journal.nextQueued("s").map(JournalItem::owner));
  }

  @Test
  void byHand_anyCard_doesNotChangeWhoseItIs() {
    journal.append(JournalStep.byHand(Kind.HAND_BEGUN, A, HASH));
    assertEquals(new TagStanding.Free(), journal.standingOf(A));
    journal.append(JournalStep.bound("s:2", A, HASH));
    journal.append(JournalStep.byHand(Kind.HAND_BEGUN, A, HASH));
    journal.append(JournalStep.byHand(Kind.HAND_VERIFIED, A, HASH));
    assertEquals(new TagStanding.Begun("s:2", "line 2 (Ada)"), journal.standingOf(A));
  }

  @Test
  void outbox_answeredEvents_areGoneAndTheOwnerIsReported() {
    journal.append(JournalStep.bound("s:2", A, HASH));
    OutboxEvent first = new OutboxEvent("e1", "s:2", "{\"a\":1}");
    OutboxEvent second = new OutboxEvent("e2", "s:3", "{}");
    journal.append(JournalStep.verified("s:2", A, HASH, "NTAG213"), Optional.of(first));
    journal.append(JournalStep.requeued("s:3"), Optional.of(second));
    assertEquals(List.of(first, second), journal.unsent("s", 10));
    assertEquals(List.of(first), journal.unsent("s", 1));
    journal.answered("e1", "TAKEN", null);
    journal.answered("e1", "KNOWN", null);
    assertEquals(List.of(second), journal.unsent("s", 10));
    assertEquals(RowState.REPORTED, journal.stateOf("s:2"));
  }

  @Test
  void outbox_eventOfAnotherSource_isNotInThisOne() {
    journal.enrol("t", "t", List.of(new JournalItem("t:1", 1, "one", "")));
    OutboxEvent other = new OutboxEvent("e1", "t:1", "{}");
    journal.append(JournalStep.requeued("t:1"), Optional.of(other));
    assertEquals(List.of(), journal.unsent("s", 10));
    assertEquals(List.of(other), journal.unsent("t", 10));
  }

  @Test
  void enrol_sameWorkAgain_keepsItsStateAndTakesItsNewContent() {
    journal.append(JournalStep.bound("s:2", A, HASH));
    journal.enrol("s", "cards.csv", List.of(new JournalItem("s:2", 2, "line 2 (Ada)", "new")));
    journal.enrol("s", "cards.csv", List.of(new JournalItem("s:2", 2, "line 2 (Ada)", "new")));
    assertEquals(RowState.BOUND, journal.stateOf("s:2"));
    assertEquals(Optional.of("new"), journal.find("s:2").map(JournalItem::content));
    assertEquals(1, journal.inState("s", RowState.BOUND).size());
  }

  private void inFile(String statement) throws SQLException {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.sqlite"));
        Statement one = file.createStatement()) {
      one.execute(statement);
    }
  }
}
