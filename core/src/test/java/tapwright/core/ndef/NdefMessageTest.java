package tapwright.core.ndef;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;
import tapwright.core.Checked;

class NdefMessageTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # bytes                                        | tnf          | type     | id | payload
          D00000                                         | EMPTY        |          |    |
          D101 0E 55 046578616D706C652E636F6D2F63        | WELL_KNOWN   | 55       |    | 046578616D706C652E636F6D2F63
          D90102 01 55 41 0461                           | WELL_KNOWN   | 55       | 41 | 0461
          D20103 78 000102                               | MEDIA_TYPE   | 78       |    | 000102
          D301 00 61                                     | ABSOLUTE_URI | 61       |    |
          D403 01 613A62 FF                              | EXTERNAL     | 613A62   |    | FF
          D500 02 CAFE                                   | UNKNOWN      |          |    | CAFE
          C101 00000001 55 00                            | WELL_KNOWN   | 55       |    | 00
          D901 01 00 55 00                               | WELL_KNOWN   | 55       |    | 00
          B5 00 01 AA  56 00 01 BB                       | UNKNOWN      |          |    | AABB
          B1 01 01 55 04  36 00 01 61  56 00 01 62       | WELL_KNOWN   | 55       |    | 046162
          """,
      delimiter = '|')
  void decode_soundBytes_givesTheRecord(
      String bytes, Tnf tnf, String type, String id, String payload) {
    NdefRecord expected = new NdefRecord(tnf, hex(type), hex(id), hex(payload));
    assertEquals(Checked.passed(NdefMessage.of(expected)), NdefMessage.decode(hex(bytes)));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ''                               | ndef-no-record     | the message has 0 bytes, allowed is one record or more
          D1                               | ndef-truncated     | record 1 needs 3 bytes for its header, but only 1 are left
          C1 01 00 00                      | ndef-truncated     | record 1 needs 6 bytes for its header, but only 4 are left
          D1 01 05 55 04 61                | ndef-truncated     | record 1 needs 5 bytes for its payload, but only 2 are left
          D1 05 00 55                      | ndef-truncated     | record 1 needs 5 bytes for its type, but only 1 are left
          D9 01 00 09 55 00                | ndef-truncated     | record 1 needs 9 bytes for its id, but only 1 are left
          C1 01 7F000000 55                | ndef-truncated     | record 1 needs 2130706432 bytes for its payload, but only 0 are left
          C1 01 FFFFFFFF 55                | ndef-truncated     | record 1 needs 4294967295 bytes for its payload, but only 0 are left
          C1 01 00008000 55                | ndef-truncated     | record 1 needs 32768 bytes for its payload, but only 0 are left
          51 01 00 55                      | ndef-begin-flag    | record 1 has MB=0, allowed is MB=1
          91 01 00 55 D1 01 00 55          | ndef-begin-flag    | record 2 has MB=1, allowed is MB=0
          91 01 00 55                      | ndef-no-end        | no record is marked as the last (ME), the last one seen is 1
          D1 01 00 55 FE                   | ndef-after-end     | 1 bytes follow record 1, which is marked as the last
          D1 01 00 55 00 00                | ndef-after-end     | 2 bytes follow record 1, which is marked as the last
          D7 00 00                         | ndef-reserved-tnf  | record 1 has TNF 7, allowed are 0 to 5
          D6 00 00                         | ndef-reserved-tnf  | record 1 has TNF 6, allowed are 0 to 5
          D0 01 00 55                      | ndef-field-length  | record 1 has TNF 0 and a type of 1 bytes, allowed is 0
          D8 00 00 01 55                   | ndef-field-length  | record 1 has TNF 0 and a id of 1 bytes, allowed is 0
          D0 00 01 55                      | ndef-field-length  | record 1 has TNF 0 and a payload of 1 bytes, allowed is 0
          D1 00 01 55                      | ndef-field-length  | record 1 has TNF 1 and a type of 0 bytes, allowed is 1 to 255
          D5 01 00 55                      | ndef-field-length  | record 1 has TNF 5 and a type of 1 bytes, allowed is 0
          B1 01 00 55 51 01 00 55          | ndef-chunk         | record 2 breaks the chunked record before it: it begins anew with TNF 1
          B1 01 00 55 5E 00 00 00          | ndef-chunk         | record 2 breaks the chunked record before it: it has an id length
          F1 01 00 55                      | ndef-chunk         | record 1 breaks the chunked record before it: it is marked as the last (ME) and as carried on (CF)
          B0 00 00                         | ndef-chunk         | record 1 breaks the chunked record before it: it is empty (TNF 0) and carried on (CF)
          B1 01 00 55                      | ndef-no-end        | no record is marked as the last (ME), the last one seen is 1
          """,
      delimiter = '|')
  void decode_brokenFrame_isRefusedWithWhatIsWrong(String bytes, String code, String message) {
    Checked<NdefMessage> decoded = NdefMessage.decode(hex(bytes));
    if (decoded instanceof Checked.Refused<NdefMessage>(var refusal)) {
      assertEquals(code, refusal.code().code());
      assertEquals(message, refusal.message());
    } else {
      throw new AssertionError("not refused: " + decoded);
    }
  }

  @Test
  void decode_longerThanTheLibraryCounts_isRefused() {
    Bytes long32768 = Bytes.ofHex("C50000007FFA").plus(Bytes.zeros(NdefMessage.MAX_BYTES + 1 - 6));
    assertEquals("ndef-too-long", refusalCode(long32768));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 254, 255, 256, 257, 868, 32760, NdefMessage.MAX_BYTES - 6})
  void encode_anyPayloadSize_readsBackEqual(int size) {
    NdefMessage message =
        NdefMessage.of(new NdefRecord(Tnf.UNKNOWN, Bytes.EMPTY, Bytes.EMPTY, filled(size)));
    assertEquals(message, NdefMessage.decode(message.encode()).orThrow());
  }

  @Test
  void encode_longerThanAllowed_isADefect() {
    NdefMessage message =
        NdefMessage.of(
            new NdefRecord(
                Tnf.UNKNOWN, Bytes.EMPTY, Bytes.EMPTY, filled(NdefMessage.MAX_BYTES - 5)));
    assertThrows(IllegalArgumentException.class, message::encode);
  }

  @Test
  void encode_severalRecords_marksFirstAndLast() {
    NdefRecord link = Link.of("url", "https://example.com/c").orThrow().record();
    NdefRecord text = NdefRecord.ofMediaType("text/plain", Bytes.ofUtf8("ü"));
    assertEquals(
        hex("9101 0E 55 046578616D706C652E636F6D2F63 520A02 746578742F706C61696E C3BC"),
        NdefMessage.of(link, text).encode());
  }

  @Test
  void encode_emptyMessage_isOneEmptyRecord() {
    assertEquals(hex("D00000"), NdefMessage.of(NdefRecord.EMPTY).encode());
  }

  @Test
  void record_longTypeOrIllFormed_isADefect() {
    Bytes longName = Bytes.zeros(256);
    Bytes none = Bytes.EMPTY;
    assertThrows(
        IllegalArgumentException.class, () -> NdefRecord.ofMediaType("x".repeat(256), none));
    assertThrows(
        IllegalArgumentException.class, () -> new NdefRecord(Tnf.UNKNOWN, none, longName, none));
    assertThrows(
        IllegalArgumentException.class, () -> new NdefRecord(Tnf.WELL_KNOWN, none, none, none));
    assertThrows(
        IllegalArgumentException.class, () -> new NdefRecord(Tnf.EMPTY, none, none, filled(1)));
    assertThrows(IllegalArgumentException.class, () -> new NdefMessage(List.of()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20260901, -7})
  void decode_anyBytes_endsInAMessageOrARefusal(long seed) {
    Random random = new Random(seed);
    int sound = 0;
    for (int i = 0; i < 50_000; i++) {
      Bytes bytes = i % 2 == 0 ? likelyMessage(random) : anyBytes(random);
      Checked<NdefMessage> decoded = NdefMessage.decode(bytes);
      if (decoded instanceof Checked.Passed<NdefMessage>(NdefMessage message)) {
        sound++;
        assertEquals(
            message, NdefMessage.decode(message.encode()).orThrow(), "seed " + seed + ": " + bytes);
        message.records().forEach(NdefRecord::uri);
      }
    }
    assertTrue(sound > 1_000, "seed " + seed + " met only " + sound + " sound messages");
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 20260902})
  void encode_randomMessages_readBackEqual(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      List<NdefRecord> records = new ArrayList<>();
      for (int count = 1 + random.nextInt(4); count > 0; count--) {
        records.add(randomRecord(random));
      }
      NdefMessage message = new NdefMessage(records);
      assertEquals(message, NdefMessage.decode(message.encode()).orThrow(), "seed " + seed);
    }
  }

  private static NdefRecord randomRecord(Random random) {
    Tnf tnf = Tnf.ofCode(random.nextInt(6)).orElseThrow();
    Bytes type = tnf.hasType() ? randomBytes(random, 1 + random.nextInt(255)) : Bytes.EMPTY;
    return tnf == Tnf.EMPTY
        ? NdefRecord.EMPTY
        : new NdefRecord(
            tnf,
            type,
            randomBytes(random, random.nextInt(3) * random.nextInt(128)),
            randomBytes(random, random.nextInt(600)));
  }

  /** A header that is mostly right before random bytes, so that the deep checks are met too. */
  private static Bytes likelyMessage(Random random) {
    int typeBytes = random.nextInt(3);
    int payloadBytes = random.nextInt(5);
    int flags = 0xD0 | random.nextInt(8) | (random.nextInt(8) == 0 ? 0x20 : 0);
    int wrong = random.nextInt(6) - 4;
    return Bytes.of(flags, typeBytes, payloadBytes)
        .plus(randomBytes(random, Math.max(0, typeBytes + payloadBytes + Math.max(0, wrong))));
  }

  private static Bytes anyBytes(Random random) {
    return randomBytes(random, random.nextInt(40));
  }

  private static Bytes randomBytes(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Bytes.copyOf(bytes);
  }

  private static Bytes filled(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i * 31 + 7);
    }
    return Bytes.copyOf(bytes);
  }

  private static String refusalCode(Bytes bytes) {
    return NdefMessage.decode(bytes) instanceof Checked.Refused<NdefMessage>(var refusal)
        ? refusal.code().code()
        : "";
  }

  private static Bytes hex(@Nullable String digits) {
    return digits == null ? Bytes.EMPTY : Bytes.ofHex(digits);
  }
}
