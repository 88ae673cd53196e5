package tapwright.agent.emulator.type4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.Bytes;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.SignedPlace;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.An12196;
import tapwright.core.tag.dna.An12196Commands;
import tapwright.core.tag.dna.DnaCommand;
import tapwright.core.tag.dna.DnaFile;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.dna.FileAccess;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.dna.FileSettings;
import tapwright.core.tag.dna.KeyChange;
import tapwright.core.tag.dna.KeyDiversification;
import tapwright.core.tag.dna.PiccData;
import tapwright.core.tag.dna.SdmLayout;
import tapwright.core.tag.dna.SunMessage;
import tapwright.house.RefusalPage;

class DnaChipTest {

  private static final Uid UID = Uid.ofHex("04DE5F1EACC040");
  private static final Link LINK = new Link("https://example.com/t/ABCDEFGHJK");
  private static final Bytes MESSAGE = An12196.NDEF_FILE.sliceFrom(2);
  private static final DnaKeys KEYS =
      new DnaKeys(
          IntStream.range(0, DnaKeys.COUNT)
              .mapToObj(number -> KeyDiversification.key(An12196.KEY_25, inputOf(number)))
              .toList());

  /** UID, application, number and name of the system, as the transcript was made with. */
  private static Bytes inputOf(int number) {
    return UID.value()
        .plus(Bytes.ofHex("D2760000850101"))
        .plus(Bytes.of(number))
        .plus(Bytes.ofUtf8("example"));
  }

  /** A chip as delivered but for what is said otherwise, in a field. */
  private static DnaChip chip(RandomGenerator random, Map<String, String> otherwise) {
    Map<String, Bytes> stored = new LinkedHashMap<>(DnaChip.blank(UID, random).stored());
    otherwise.forEach((name, digits) -> stored.replace(name, Bytes.ofHex(digits)));
    DnaChip chip = DnaChip.restore(UID, stored, random).orElseThrow();
    chip.powerUp();
    return chip;
  }

  private static DnaReader reader(RandomGenerator random, Map<String, String> otherwise) {
    return new DnaReader(chip(random, otherwise));
  }

  private static DnaReader blank() {
    return reader(new ScriptedChance(), Map.of());
  }

  /** AN12196 rev. 2.0, tables 14, 17 and 18; the file is one that key 0 writes in full mode. */
  @Test
  void firstSession_ofAn12196() {
    DnaChip chip =
        chip(new ScriptedChance(An12196.RND_B_14, An12196.TI_14), Map.of("settings2", "0300E0"));
    DnaReader reader = new DnaReader(chip);
    reader.select();
    assertEquals(An12196.CHALLENGE_14 + "91AF", reader.said("9071000002000000"));
    assertEquals(An12196.ANSWER_14 + "9100", reader.said("90AF000020" + An12196.PROOF_14 + "00"));
    assertEquals(An12196.WRITE_ANSWER_17 + "9100", reader.said(An12196.WRITE_17.toHex()));
    assertEquals(An12196.NDEF_FILE.padTo(256), chip.ndefFile());
    assertEquals(
        An12196.CHANGE_SETTINGS_ANSWER_18 + "9100",
        reader.said(An12196.CHANGE_SETTINGS_18.toHex()));
    assertEquals(An12196.SETTINGS_18, chip.stored().get("settings2"));
  }

  /** AN12196 rev. 2.0, tables 19, 21 and 23 to 26. */
  @Test
  void secondSession_ofAn12196() {
    Bytes rndB = ChipAes.decipher(AesKey.FACTORY, An12196.CHALLENGE_19);
    DnaChip chip = chip(new ScriptedChance(rndB, An12196.TI_19, An12196.RND_B_23), Map.of());
    DnaReader reader = new DnaReader(chip);
    reader.select();
    assertEquals(An12196.CHALLENGE_19 + "91AF", reader.said("9071000002030000"));
    assertEquals(An12196.ANSWER_19 + "9100", reader.said("90AF000020" + An12196.PROOF_19 + "00"));
    assertEquals(An12196.WRITE_ANSWER_21 + "9100", reader.said(An12196.WRITE_21.toHex()));
    assertEquals(
        ChipAes.encipher(AesKey.FACTORY, An12196.RND_B_23) + "91AF", reader.said("90770000010000"));
    Bytes proof = An12196.RND_A_23.plus(turned(An12196.RND_B_23));
    assertEquals(
        ChipAes.encipher(AesKey.FACTORY, turned(An12196.RND_A_23)) + "9100",
        reader.said("90AF000020" + ChipAes.encipher(AesKey.FACTORY, proof) + "00"));
    assertEquals("9100", reader.said(An12196.WRITE_24.toHex()));
    assertEquals(An12196.CHANGE_KEY_ANSWER_25 + "9100", reader.said(An12196.CHANGE_KEY_25.toHex()));
    assertEquals("9100", reader.said(An12196.CHANGE_KEY_26.toHex()));
    assertEquals(An12196.KEY_25.value() + "01000000", stored(chip, "key2"));
    assertEquals(An12196.KEY_26.value() + "01000000", stored(chip, "key0"));
    assertEquals("FF0506E105", stored(chip, "file1").substring(28, 38));
  }

  /** AN12196 rev. 2.0, tables 2 to 4: what a phone sees of a chip with factory keys. */
  @Test
  void signedRead_ofAn12196() {
    DnaReader reader =
        reader(
            new ScriptedChance(Bytes.ofHex("DA5CF60941")),
            Map.of(
                "settings2",
                An12196.SETTINGS_18.toHex(),
                "file2",
                An12196.NDEF_FILE.padTo(256).toHex(),
                "counter",
                "00003C"));
    reader.selectNdefFile();
    String file = Bytes.ofHex(reader.said("00B0000053")).toUtf8();
    assertEquals("e=EF963FF7828658A599F3041510671E88&c=94EED9EE65337086", file.substring(30, 83));
  }

  @Test
  void version_comesInThreeParts() {
    DnaReader reader = blank();
    assertEquals("0404023000110591AF", reader.said("9060000000"));
    assertEquals("0404020102110591AF", reader.said("90AF000000"));
    assertEquals(UID + "000000000001009100", reader.said("90AF000000"));
    assertEquals("91CA", reader.said("90AF000000"));
  }

  @Test
  void container_isAsDelivered() {
    DnaReader reader = blank();
    reader.select();
    reader.said("00A4000C02E103");
    assertEquals("001720010000FF0406E104010000000506E105008082839000", reader.said("00B0000017"));
    assertEquals("6982", reader.said("00D600000101"));
  }

  @ParameterizedTest
  @CsvSource({
    "90F50000010100, 000000E02000009100",
    "90F50000010200, 0000E0EE0001009100",
    "90F50000010300, 000330238000009100",
    "90F5000001FF00, 91F0",
    "90F5000000, 917E",
    "90F500000202, 6700",
    "90640000010000, 009100",
    "90640000010500, 9140",
    "9051000000, 919D",
    "90F60000010200, 919E",
    "905F000004020000E000, 919D",
    "90AD0000070300000001000000, 919D",
    "90AD0000070200000001000000, 009100",
    "90AD0000070200010001000000, 91BE",
    "908D000008030000000100000000, 919D",
    "908D000008020001000100000000, 91BE",
    "908D000008020000000200000000, 917E",
    "9071000002050000, 9140",
    "9071000002000100, 917E",
    "90770000010000, 919D",
    "90FF000000, 911C",
    "9060010000, 919E",
    "A060000000, 6E00",
    "00B0000001, 6985",
    "00B0840001, 009000",
    "00B0990001, 6A82",
  })
  void commandWithoutASession(String command, String answer) {
    DnaReader reader = blank();
    reader.select();
    assertEquals(answer, reader.said(command));
  }

  private static String stored(DnaChip chip, String name) {
    return String.valueOf(chip.stored().get(name));
  }

  private static Bytes turned(Bytes nonce) {
    return nonce.sliceFrom(1).plus(nonce.slice(0, 1));
  }

  @Test
  void beforeTheApplication_onlyTheVersionIsTold() {
    DnaReader reader = blank();
    assertEquals("919D", reader.said("9071000002000000"));
    assertEquals("919D", reader.said("90F50000010200"));
    assertEquals("6A82", reader.said("00A4000C02E104"));
  }

  @ParameterizedTest
  @EnumSource
  void personalised_signsWhatTheServerVerifies(SignedPlace place) {
    DnaChip chip = chip(new ScriptedChance(Bytes.ofHex("0102030405060708")), Map.of());
    DnaReader reader = new DnaReader(chip);
    Bytes message = CardMessages.signed(LINK, Optional.empty(), place).getFirst();
    personalise(reader, message);

    for (int counter = 1; counter <= 3; counter++) {
      reader.selectNdefFile();
      String seen = Bytes.ofHex(reader.said("00B0000000")).toUtf8();
      assertEquals(
          new PiccData(UID, counter),
          sun(seen, place).verify(KEYS.sun()).orThrow(),
          "read " + counter);
    }
    assertEquals(message, chip.ndefFile().slice(2, 2 + message.size()));
    assertEquals("03000000009100", reader.said("90F60000010200"));
    assertEquals("6982", reader.said("00D600000101"));
    for (int number = 0; number < DnaKeys.COUNT; number++) {
      reader.select();
      reader.authenticate(number, KEYS.key(number));
    }
  }

  /** With fixed chance each byte is the same each time; the file is derived, not recorded. */
  @Test
  void personalisation_isTheTranscript() throws IOException {
    DnaReader reader = reader(new ScriptedChance(An12196.RND_B_14, An12196.TI_14), Map.of());
    personalise(
        reader, CardMessages.signed(LINK, Optional.empty(), SignedPlace.ENCIPHERED).getFirst());
    reader.selectNdefFile();
    reader.said("00B0000000");
    Path file =
        RefusalPage.projectFolder().resolve("firmware-notes/chips/ntag424-personalised.transcript");
    List<String> lines = Files.readAllLines(file);
    assertEquals(lines.stream().filter(line -> !line.startsWith("#")).toList(), reader.exchanges());
  }

  private static void personalise(DnaReader reader, Bytes message) {
    reader.selectNdefFile();
    Bytes file = Bytes.of(0, message.size()).plus(message);
    assertEquals("9000", reader.said("00D60000%02X".formatted(file.size()) + file));
    FileSettings settings =
        new FileSettings(FileAccess.CARD, Optional.of(SdmLayout.of(message).orThrow()));
    reader.select();
    reader.authenticate(DnaKeys.MASTER, AesKey.FACTORY);
    assertEquals(UID.value(), reader.full(An12196Commands.getCardUid()));
    reader.full(DnaCommand.changeFileSettings(DnaFile.NDEF, settings));
    Bytes described = reader.coded(DnaCommand.getFileSettings(DnaFile.NDEF));
    assertTrue(FileDescription.parse(described).orThrow().isSetTo(settings));
    for (int number = 1; number < DnaKeys.COUNT; number++) {
      reader.full(DnaCommand.changeKey(change(number)));
      assertEquals("01", reader.coded(An12196Commands.getKeyVersion(number)).toHex());
    }
    reader.last(DnaCommand.changeKey(change(DnaKeys.MASTER)));
  }

  private static KeyChange change(int number) {
    return new KeyChange(number, AesKey.FACTORY, KEYS.key(number), 1);
  }

  private static SunMessage sun(String file, SignedPlace place) {
    String query = file.substring(file.indexOf('?') + 1);
    String data = query.substring(2, query.indexOf('&'));
    String code = query.substring(query.indexOf("&c=") + 3).substring(0, 16);
    return switch (place) {
      case ENCIPHERED -> SunMessage.enciphered(data, code).orThrow();
      case PLAIN -> SunMessage.plain(data, code).orThrow();
    };
  }

  private static DnaReader signing(String counter) {
    SdmLayout layout = SdmLayout.of(MESSAGE).orThrow();
    FileSettings settings = new FileSettings(FileAccess.CARD, Optional.of(layout));
    return reader(
        new SplittableRandom(5),
        Map.of(
            "settings2",
            settings.encode().toHex(),
            "file2",
            An12196.NDEF_FILE.padTo(256).toHex(),
            "counter",
            counter));
  }

  /** Data sheet, section 9.3.1: pieces of one read are of one counter and one chance. */
  @Test
  void readInPieces_isOneRead() {
    DnaReader reader = signing("000000");
    reader.selectNdefFile();
    StringBuilder pieces = new StringBuilder();
    for (int offset = 0; offset < 0x53; offset++) {
      pieces.append(reader.said("00B000%02X01".formatted(offset)), 0, 2);
    }
    SunMessage message = sun(Bytes.ofHex(pieces.toString()).toUtf8(), SignedPlace.ENCIPHERED);
    assertEquals(new PiccData(UID, 1), message.verify(DnaKeys.FACTORY.sun()).orThrow());
  }

  @Test
  void readAfterAnotherCommand_countsAndIsDrawnAnew() {
    DnaReader reader = signing("000000");
    reader.selectNdefFile();
    String first = reader.said("00B0000053");
    assertEquals(first, reader.said("00B0000053"));
    reader.said("90F60000010200");
    assertNotEquals(first, reader.said("00B0000053"));
    assertEquals("02000000009100", reader.said("90F60000010200"));
    reader.said("90AD0000070200000053000000");
    assertEquals("03000000009100", reader.said("90F60000010200"));
  }

  @Test
  void readInASession_isNeitherCountedNorSigned() {
    DnaReader reader = signing("000007");
    reader.select();
    reader.authenticate(DnaKeys.MASTER, AesKey.FACTORY);
    Bytes read = reader.answer(An12196Commands.readData(DnaFile.NDEF, 0, 0x53).apdu());
    assertEquals(An12196.NDEF_FILE + "9100", read.toHex());
    reader.select();
    assertEquals("07000000009100", reader.said("90F60000010200"));
  }

  /** Data sheet, section 9.3.1 and table 89: at FFFFFF a first read is refused, by 6982. */
  @Test
  void counterAtItsEnd_endsReading() {
    DnaReader reader = signing("FFFFFE");
    reader.selectNdefFile();
    SunMessage last = sun(Bytes.ofHex(reader.said("00B0000053")).toUtf8(), SignedPlace.ENCIPHERED);
    assertEquals(PiccData.MAX_COUNTER, last.verify(DnaKeys.FACTORY.sun()).orThrow().counter());
    reader.selectNdefFile();
    assertEquals("6982", reader.said("00B0000053"));
  }

  /** Data sheet, table 87: of more bytes than there are, those that there are. */
  @Test
  void readBeyondTheEnd_givesTheRest() {
    DnaReader reader = reader(new ScriptedChance(), Map.of());
    reader.selectNdefFile();
    assertEquals("00".repeat(6) + "9000", reader.said("00B000FA10"));
    assertEquals("6A86", reader.said("00B0010001"));
  }

  @Test
  void enablingSigning_setsTheCounterToZero() {
    DnaReader reader = reader(new ScriptedChance(), Map.of("counter", "000009"));
    personalise(reader, MESSAGE);
    reader.select();
    assertEquals("00000000009100", reader.said("90F60000010200"));
  }

  @Test
  void wrongProof_isRefusedAndCounted() {
    DnaChip chip = chip(new ScriptedChance(), Map.of());
    DnaReader reader = new DnaReader(chip);
    reader.select();
    reader.said("9071000002010000");
    assertEquals("91AE", reader.said("90AF000020" + "00".repeat(32) + "00"));
    assertEquals("00".repeat(16) + "00010001", stored(chip, "key1"));
    assertEquals("91CA", reader.said("90AF000020" + "00".repeat(32) + "00"));
    reader.authenticate(1, AesKey.FACTORY);
    assertEquals("00".repeat(16) + "00000000", stored(chip, "key1"));
  }

  @Test
  void afterFiftyFailures_theChipDelays() {
    DnaReader reader = reader(new ScriptedChance(), Map.of("key1", "00".repeat(16) + "00320032"));
    reader.select();
    assertEquals("91AD", reader.said("9071000002010000"));
    reader.authenticate(1, AesKey.FACTORY);
    assertEquals("91AF", last(reader.said("9071000002010000")));
  }

  @Test
  void afterAThousandFailures_theKeyIsLost() {
    DnaReader reader = reader(new ScriptedChance(), Map.of("key1", "00".repeat(16) + "000003E8"));
    reader.select();
    assertEquals("91AD", reader.said("9071000002010000"));
    assertEquals("91AD", reader.said("9071000002010000"));
  }

  @Test
  void anyBitOfASecuredCommandFlipped_isRefusedAndEndsTheSession() {
    for (int bit = 0; bit < 25 * 8; bit++) {
      DnaReader reader =
          reader(
              new ScriptedChance(An12196.RND_B_14, An12196.TI_14), Map.of("settings2", "0300E0"));
      reader.select();
      reader.said("9071000002000000");
      reader.said("90AF000020" + An12196.PROOF_14 + "00");
      reader.said(An12196.WRITE_17.toHex());
      int at = 5 + bit / 8;
      Bytes command = An12196.CHANGE_SETTINGS_18;
      Bytes flipped = command.with(at, Bytes.of(command.at(at) ^ (1 << (bit % 8))));
      assertEquals("911E", reader.said(flipped.toHex()), "bit " + bit);
      assertEquals("919D", reader.said("9051000000"));
    }
  }

  @Test
  void settingsThatDoNotAddUp_areRefused() {
    String ok = "4000E0C1F121200000430000430000";
    Map<String, String> cases =
        Map.of(
            ok.substring(0, ok.length() - 2),
            "917E",
            ok + "00",
            "917E",
            ok.replace("200000", "F80000"),
            "919E",
            ok.replace("200000", "300000"),
            "919E",
            "8000E0",
            "919E",
            "0000E5",
            "919E",
            "0000",
            "917E");
    cases.forEach(
        (settings, status) -> {
          DnaReader reader = blank();
          reader.select();
          reader.authenticate(DnaKeys.MASTER, AesKey.FACTORY);
          DnaCommand change = new DnaCommand(0x5F, Bytes.of(2), Bytes.ofHex(settings));
          assertEquals(status, reader.answer(reader.session().full(change).apdu()).toHex());
        });
  }

  @Test
  void keyChange_withAnotherOldKey_isRefused() {
    DnaReader reader = blank();
    reader.select();
    reader.authenticate(DnaKeys.MASTER, AesKey.FACTORY);
    DnaCommand change = DnaCommand.changeKey(new KeyChange(2, An12196.KEY_26, An12196.KEY_25, 1));
    assertEquals("911E", reader.answer(reader.session().full(change).apdu()).toHex());
  }

  @Test
  void keyChange_inASessionOfAnotherKey_isRefused() {
    DnaReader reader = blank();
    reader.select();
    reader.authenticate(1, AesKey.FACTORY);
    DnaCommand change = DnaCommand.changeKey(change(2));
    assertEquals("919D", reader.answer(reader.session().full(change).apdu()).toHex());
  }

  @Test
  void lockedFile_isNeverWrittenNorOpenedAgain() {
    DnaReader reader = blank();
    reader.select();
    reader.authenticate(DnaKeys.MASTER, AesKey.FACTORY);
    FileSettings locked = new FileSettings(FileAccess.LOCKED, Optional.empty());
    reader.full(DnaCommand.changeFileSettings(DnaFile.NDEF, locked));
    FileSettings open = new FileSettings(FileAccess.FACTORY_NDEF, Optional.empty());
    DnaCommand change = DnaCommand.changeFileSettings(DnaFile.NDEF, open);
    assertEquals("919D", reader.answer(reader.session().full(change).apdu()).toHex());
    reader.authenticate(DnaKeys.MASTER, AesKey.FACTORY);
    Bytes write = An12196Commands.writeData(DnaFile.NDEF, 0, Bytes.of(1)).apdu();
    assertEquals("919D", reader.answer(write).toHex());
  }

  @Test
  void signature_isNobodys() {
    DnaReader reader = blank();
    reader.select();
    assertEquals("00".repeat(56) + "9190", reader.said("903C0000010000"));
  }

  private static String last(String answer) {
    return answer.substring(answer.length() - 4);
  }
}
