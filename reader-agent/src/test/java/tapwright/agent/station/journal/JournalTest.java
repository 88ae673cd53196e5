package tapwright.agent.station.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.station.FakeClock;
import tapwright.agent.station.StationFault;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.journal.JournalStep.Kind;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;

class JournalTest {

  private static final Uid A = Uid.ofHex("04000000000001");
  private static final Uid B = Uid.ofHex("04000000000002");
  private static final String SECRET = "{\"password\":\"C0FFEE42\"}";
  private static final Bytes HASH = Bytes.ofUtf8("x").sha256();
  private static final Refusal NO = StationRefusal.UID_SCRAPPED.with("uid", A, "reason", "lost");

  @TempDir Path folder;
  private Journal journal;

  @BeforeEach
  void open() {
    journal = Journal.open(folder, new FakeClock(), new Random(1));
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
        assertThrows(
            StationFault.JournalInUse.class,
            () -> Journal.open(folder, new FakeClock(), new Random(1)));
    assertTrue(String.valueOf(fault.getMessage()).contains(folder.toString()));
  }

  @Test
  void open_afterClose_hasEverythingStill() {
    journal.append(JournalStep.bound("s:2", A, HASH));
    journal.close();
    journal = Journal.open(folder, new FakeClock(), new Random(1));
    assertEquals(new TagStanding.Begun("s:2", "line 2 (Ada)"), journal.standingOf(A));
    assertEquals(RowState.BOUND, journal.stateOf("s:2"));
    assertEquals(Optional.of("s:3"), journal.nextQueued("s").map(JournalItem::owner));
  }

  @Test
  void open_layoutOfANewerVersion_isNotTouched() throws SQLException {
    journal.close();
    inFile("pragma user_version = 99");
    assertThrows(
        StationFault.JournalBroken.class,
        () -> Journal.open(folder, new FakeClock(), new Random(1)));
    inFile("pragma user_version = 4");
    journal = Journal.open(folder, new FakeClock(), new Random(1));
  }

  @Test
  void open_layout1_isReadAndBroughtToTheNewest() throws Exception {
    journal.append(JournalStep.bound("s:2", A, HASH));
    journal.close();
    PlainLayout.put(folder, "line 2 (Ada)");
    inFile("drop table seal");
    inFile("drop table finish");
    inFile("pragma user_version = 1");
    Files.delete(keyFile());
    open();
    assertEquals(new TagStanding.Begun("s:2", "line 2 (Ada)"), journal.standingOf(A));
    journal.enrol("s", "cards.csv", List.of(secret("s:9")));
    assertEquals(Optional.of(SECRET), journal.find("s:9").map(JournalItem::content));
  }

  @Test
  void enrol_secretContent_standsInNoFileAndIsReadAgain() throws IOException {
    journal.enrol("s", "cards.csv", List.of(secret("s:9")));
    journal.close();
    for (Path file : files()) {
      assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(SECRET));
    }
    journal = Journal.open(folder, new FakeClock(), new Random(2));
    assertEquals(Optional.of(SECRET), journal.find("s:9").map(JournalItem::content));
    journal.enrol("s", "cards.csv", List.of(secret("s:10")));
    assertEquals(Optional.of(SECRET), journal.find("s:10").map(JournalItem::content));
  }

  @Test
  void keyFile_isTheOwnersAloneAndMadeWithTheFirstText() throws IOException {
    journal.close();
    Path other = Files.createDirectory(folder.resolve("other"));
    journal = Journal.open(other, new FakeClock(), new Random(1));
    assertFalse(Files.exists(other.resolve("journal.key")));
    open();
    assertEquals(
        PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(keyFile()));
  }

  @Test
  void keyFile_leftByAProcessThatWasKilled_isUsed() throws IOException {
    String left = "AB".repeat(32) + "\n";
    Path other = Files.createDirectory(folder.resolve("other"));
    OwnerOnly.create(other.resolve("journal.key"));
    Files.writeString(other.resolve("journal.key"), left);
    Files.writeString(other.resolve("journal.key.new"), "half a ke");
    journal.close();
    journal = Journal.open(other, new FakeClock(), new Random(1));
    journal.enrol("s", "cards.csv", List.of(secret("s:9")));
    assertEquals(left, Files.readString(other.resolve("journal.key")));
  }

  @Test
  void keyFile_missing_isAFaultThatSaysSo() throws IOException {
    journal.enrol("s", "cards.csv", List.of(secret("s:9")));
    journal.close();
    Files.delete(keyFile());
    journal = Journal.open(folder, new FakeClock(), new Random(1));
    StationFault fault =
        assertThrows(StationFault.JournalKeyMissing.class, () -> journal.find("s:9"));
    assertTrue(String.valueOf(fault.getMessage()).contains(keyFile().toString()));
    assertThrows(
        StationFault.JournalKeyMissing.class,
        () -> journal.enrol("s", "cards.csv", List.of(secret("s:10"))));
    assertFalse(Files.exists(keyFile()));
  }

  @Test
  void keyFile_thatOthersCanRead_isAFaultThatSaysWhatToDo() throws IOException {
    journal.close();
    Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r--r--"));
    StationFault fault = assertThrows(StationFault.JournalKeyOpen.class, this::open);
    assertTrue(String.valueOf(fault.getMessage()).contains("chmod 600 " + keyFile()));
  }

  @Test
  void files_areTheOwnersAloneAndMendedWhereTheyWereNot() throws IOException {
    assertOwnersAlone();
    journal.close();
    Files.setPosixFilePermissions(
        folder.resolve("journal.sqlite"), PosixFilePermissions.fromString("rw-r--r--"));
    open();
    assertOwnersAlone();
  }

  private void assertOwnersAlone() throws IOException {
    for (String name : List.of("journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm")) {
      assertEquals(
          PosixFilePermissions.fromString("rw-------"),
          Files.getPosixFilePermissions(folder.resolve(name)),
          name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00", "CDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCDCD"})
  void keyFile_ofAnother_isAFaultThatSaysSo(String text) throws IOException {
    journal.enrol("s", "cards.csv", List.of(secret("s:9")));
    journal.close();
    Files.writeString(keyFile(), text);
    journal = Journal.open(folder, new FakeClock(), new Random(1));
    assertThrows(StationFault.JournalKeyWrong.class, () -> journal.find("s:9"));
  }

  @Test
  void open_noDatabase_isAFault() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("journal.sqlite"), "this is not a database, not at all\n");
    assertThrows(
        StationFault.JournalBroken.class,
        () -> Journal.open(other, new FakeClock(), new Random(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update step set kind = 'VERIFIED'",
        "update step set detail = 'x'",
        "update item set label = 'x'",
        "update item set owner = 'x', label = ''",
        "update event set body = 'x'",
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
  void enrol_waitingWorkAgain_takesItsNewContent() {
    journal.enrol("s", "cards.csv", List.of(new JournalItem("s:2", 2, "line 2 (Ada)", "new")));
    assertEquals(Optional.of("new"), journal.find("s:2").map(JournalItem::content));
    assertEquals(2, journal.inState("s", RowState.QUEUED).size());
  }

  @Test
  void enrol_begunWorkAgain_keepsItsStateAndTheContentThatItWasBegunWith() {
    journal.append(JournalStep.bound("s:2", A, HASH));
    journal.enrol("s", "cards.csv", List.of(new JournalItem("s:2", 2, "line 2 (Ada)", "new")));
    assertEquals(RowState.BOUND, journal.stateOf("s:2"));
    assertEquals(Optional.of(""), journal.find("s:2").map(JournalItem::content));
    assertEquals(1, journal.inState("s", RowState.BOUND).size());
  }

  @Test
  void enrol_sameSecretAgain_addsNoRow() throws SQLException {
    for (int i = 0; i < 10; i++) {
      journal.enrol("s", "cards.csv", List.of(secret("s:9")));
    }
    assertEquals(3, items());
    journal.enrol("s", "cards.csv", List.of(new JournalItem("s:9", 9, "job", "other")));
    assertEquals(4, items());
    assertEquals(Optional.of("other"), journal.find("s:9").map(JournalItem::content));
  }

  private int items() throws SQLException {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.sqlite"));
        Statement one = file.createStatement();
        ResultSet count = one.executeQuery("select count(*) from item")) {
      return count.getInt(1);
    }
  }

  private void inFile(String statement) throws SQLException {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.sqlite"));
        Statement one = file.createStatement()) {
      one.execute(statement);
    }
  }

  private static JournalItem secret(String owner) {
    return new JournalItem(owner, 9, "job", SECRET);
  }

  private Path keyFile() {
    return folder.resolve("journal.key");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
