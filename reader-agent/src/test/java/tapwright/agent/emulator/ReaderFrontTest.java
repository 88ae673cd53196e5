package tapwright.agent.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

class ReaderFrontTest {

  private final EmulatedTag tag =
      EmulatedTag.blank(EmulatedChip.NTAG216, Uid.ofHex("04E141124C2880"));

  ReaderFrontTest() {
    tag.place();
  }

  private String ask(ReaderFront front, String command) {
    return front.answer(tag, Bytes.ofHex(command)).toHex();
  }

  private void rows(ReaderKind kind, String... commandsAndAnswers) {
    ReaderFront front = new ReaderFront(kind);
    for (int i = 0; i < commandsAndAnswers.length; i += 2) {
      String command = commandsAndAnswers[i];
      assertEquals(commandsAndAnswers[i + 1], ask(front, command), kind + " " + command);
    }
  }

  @Test
  void atr_endsWithTheCheckByteOverTheRest() {
    int check = 0;
    for (int i = 1; i < ReaderFront.ATR.size(); i++) {
      check ^= ReaderFront.ATR.at(i);
    }
    assertEquals(0, check);
  }

  @ParameterizedTest
  @EnumSource(ReaderKind.class)
  void everyKind_givesUidWritesAPageAndKnowsItsLimits(ReaderKind kind) {
    rows(
        kind,
        "FFCA000000",
        "04E141124C28809000",
        "FFCA010000",
        "6A81",
        "FFD600040403050102",
        "9000",
        "FFB0000404",
        "030501029000",
        "FFD6000403030501",
        "6700",
        "FFB0000411",
        "6700",
        "00A4040000",
        "6E00",
        "FFCA",
        "6700");
  }

  @ParameterizedTest
  @CsvSource({
    "ACR122U,6A81",
    "ACR1252U,6A81",
    "ACR1552U,6A81",
    "OMNIKEY_5022,6D00",
    "OMNIKEY_5427,6D00",
    "IDENTIV_3700F,6D00",
    "IDENTIV_4701F,6D00",
    "SPRINGCARD,6D00",
    "PCSC,6D00",
    "FF_ONLY,6D00"
  })
  void unknownCommand_isRefusedInTheReadersWay(ReaderKind kind, String answer) {
    rows(kind, "FF99000000", answer);
  }

  @ParameterizedTest
  @CsvSource({
    "ACR122U,0300FE000000000000000000000000009000",
    "PCSC,0300FE000000000000000000000000009000",
    "FF_ONLY,0300FE000000000000000000000000009000",
    "SPRINGCARD,0300FE000000000000000000000000009000",
    "IDENTIV_3700F,0300FE009000",
    "IDENTIV_4701F,0300FE009000",
    "FF_ONLY_4,0300FE009000"
  })
  void readBlock_isAsLongAsTheReaderGives(ReaderKind kind, String answer) {
    rows(kind, "FFB0000410", answer, "FFB0000400", answer);
  }

  @ParameterizedTest
  @EnumSource(ReaderKind.class)
  void refusedFrame_haltsTheTagUntilTheFieldIsCycled(ReaderKind kind) {
    String silent = kind == ReaderKind.SPRINGCARD ? "6F01" : "6300";
    ReaderFront front = new ReaderFront(kind);
    assertEquals(kind == ReaderKind.SPRINGCARD ? "6F0B" : "6300", ask(front, "FFD600E704AABBCCDD"));
    assertEquals(silent, ask(front, "FFB0000010"));
    assertEquals(silent, ask(front, "FFD6000404AABBCCDD"));

    front.cycleField(tag);
    assertEquals("0300FE", ask(front, "FFB0000404").substring(0, 6));
  }

  @Test
  void acr122u_isWedgedByAReadPastTheEndUntilTheTagIsTakenAway() {
    ReaderFront front = new ReaderFront(ReaderKind.ACR122U);
    assertEquals("6300", ask(front, "FFB000E710"));
    front.cycleField(tag);
    assertEquals("6300", ask(front, "FFB0000404"));
    assertEquals("6300", ask(front, "FFCA000000"));

    front.receive(tag);
    assertEquals("0300FE009000", ask(front, "FFB0000404"));
  }

  @Test
  void springCard_passesFramesAndTellsHowTheAirFailed() {
    rows(
        ReaderKind.SPRINGCARD,
        "FFFE0105016000",
        "00040402010013039000",
        "FFFE0105033A030400",
        "E1106D000300FE009000",
        "FFFE010506A205AABBCCDD00",
        "6F0B",
        "FFD600060411223344",
        "9000",
        "FFFE01050230E700",
        "6F0B",
        "FFFE0105016000",
        "6F01",
        "FFFE0905016000",
        "6B00",
        "FFFE01050260",
        "6700",
        "FFF00000031E0001",
        "9000",
        "FF00000003D44260",
        "6D00");
  }

  @Test
  void lampAndBuzzer_areTakenInTheReadersWayOnly() {
    ReaderFront acr122u = new ReaderFront(ReaderKind.ACR122U);
    assertEquals("9000", ask(acr122u, "FF00402E0401000101"));
    assertEquals(Optional.empty(), acr122u.escape(Bytes.ofHex("E00000280108")));
    assertEquals(List.of(Bytes.ofHex("FF00402E0401000101")), acr122u.ownCommands());

    ReaderFront acr1252u = new ReaderFront(ReaderKind.ACR1252U);
    assertEquals("6A81", ask(acr1252u, "FF00402E0401000101"));
    assertEquals(
        Optional.of(Bytes.ofHex("E10000000108")), acr1252u.escape(Bytes.ofHex("E00000280108")));
  }

  @Test
  void lostAnswer_leavesTheWriteDone() {
    ReaderFront front = new ReaderFront(ReaderKind.FF_ONLY);
    front.loseAnswerOfWrite(2);
    assertEquals("9000", ask(front, "FFD6000504AABBCCDD"));
    assertEquals("6300", ask(front, "FFD6000604AABBCCDD"));
    assertEquals("9000", ask(front, "FFD6000704AABBCCDD"));
    assertEquals("AABBCCDD9000", ask(front, "FFB0000604"));
  }

  @Test
  void acr122u_passesFramesButTakesAnAcknowledgementForABrokenCrc() {
    rows(
        ReaderKind.ACR122U,
        "FF00000003D44260",
        "D5430000040402010013039000",
        "FF00000005D4423A0304",
        "D54300E1106D000300FE009000",
        "FF00000008D442A205AABBCCDD",
        "D543029000",
        "FF00000009D44001A20611223344",
        "D541009000",
        "FF00000005D440013005",
        "D54100AABBCCDD1122334400000000000000009000",
        "FF00000005D4423A00E6",
        "D543079000",
        "FF00000005D442390200",
        "D543029000",
        "FF00000003D44260",
        "D543019000",
        "FF00000002D402",
        "6300",
        "FF0000000100",
        "6300",
        "FFC20000028100",
        "6A81");
  }

  @Test
  void acr122u_fastReadOfSixtyPages_fits() {
    ReaderFront front = new ReaderFront(ReaderKind.ACR122U);

    assertEquals((3 + 60 * 4 + 2) * 2, ask(front, "FF00000005D4423A043F").length());
  }

  @Test
  void pcsc_passesFramesInsideASessionOnly() {
    rows(
        ReaderKind.PCSC,
        "FFC20001039501" + "60",
        "C0030169859000",
        "FFC20002048F020003",
        "C0030169859000",
        "FFC2000002810000",
        "C0030090009000",
        "FFC20002048F02000300",
        "C0030090009000",
        "FFC200010395016000",
        "C003009000970800040402010013039000",
        "FFC20001089506A205AABBCCDD",
        "C003009000920104" + "97010A9000",
        "FFC200010595033A0505",
        "C0030090009704AABBCCDD9000",
        "FFB0000410",
        "6985",
        "FFD6000404AABBCCDD",
        "6985",
        "FFC2000104950230E7",
        "C003009000920104" + "9701009000",
        "FFC20001039501" + "60",
        "C0030164019000",
        "FFC20002048F020003",
        "C0030090009000",
        "FFC20001039501" + "60",
        "C003009000970800040402010013039000",
        "FFC20001039502" + "60",
        "C003016A809000",
        "FFC20000028300",
        "C003016A809000",
        "FFC20009028300",
        "C003016A809000",
        "FFC20000028200",
        "C0030090009000",
        "FFB0000404",
        "0300FE009000",
        "FF00000003D44260",
        "6D00");
  }

  @Test
  void pcsc_longAnswers_carryLongLengths() {
    ReaderFront front = new ReaderFront(ReaderKind.PCSC);
    ask(front, "FFC20000028100");

    assertEquals("C0030090009781F0", ask(front, "FFC200010595033A043F").substring(0, 16));
    assertEquals("C0030090009782039C", ask(front, "FFC200010595033A00E6").substring(0, 18));
  }

  @Test
  void tornWrite_isAnsweredAsNoAnswerFromTheTag() {
    tag.tearAt(new Tear(1, 2));
    rows(ReaderKind.FF_ONLY, "FFD6000404AABBCCDD", "6300");
    tag.place();
    tag.tearAt(new Tear(1, 4));
    rows(ReaderKind.ACR122U, "FF00000009D44001A20611223344", "D541019000");

    assertEquals("AABBFE00", tag.memory().slice(16, 20).toHex());
    assertEquals("11223344", tag.memory().slice(24, 28).toHex());
  }

  @Test
  void label_roundTrips() {
    for (ReaderKind kind : ReaderKind.values()) {
      assertEquals(kind, ReaderKind.ofLabel(kind.label()).orElseThrow());
    }
    assertEquals("ff-only-4", ReaderKind.FF_ONLY_4.label());
  }
}
