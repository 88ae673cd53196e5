package tapwright.agent.station.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.agent.encode.Finish;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.batch.BatchFile.Reading;
import tapwright.core.Bytes;
import tapwright.core.Refusal;

class BatchFileTest {

  private static final String HEADER = "name,title,company,phone,email,url,order,pack\n";
  private static final String ADA =
      "Ada,Engineer,Example Ltd,+44 20 1234,ada@example.com,https://example.com/ada,S-1,plain@1\n";

  @Test
  void read_fullRow_hasEveryColumn() {
    BatchRow row = sound(HEADER + ADA).rows().getFirst();
    assertEquals(2, row.line());
    assertEquals("Ada", row.contact().name());
    assertEquals("ada@example.com", row.contact().email());
    assertEquals("", row.contact().url());
    assertEquals("https://example.com/ada", row.link().uri());
    assertEquals("S-1", row.order());
    assertEquals("plain@1", row.pack());
    assertEquals(2, row.request(Finish.OPEN).messages().size());
  }

  @Test
  void read_byteOrderMarkSemicolonsCapitalsAndOtherOrder_areTaken() {
    BatchFile file = sound("\uFEFFURL; Name\r\nhttps://example.com/;\"Jürgen; \"\"J\"\"\"\r\n");
    assertEquals("Jürgen; \"J\"", file.rows().getFirst().contact().name());
  }

  @Test
  void read_valueOverSeveralLines_countsLinesOfTheFile() {
    Reading reading = read("name,url\n\"A\nda\",https://example.com/\n\nBob,nowhere\n");
    assertEquals(
        "batch-value: line 2: name has the character U+000A at position 2; allowed are characters"
            + " that show, spaces and joiners\n"
            + "batch-value: line 5: url is 'nowhere': it has no scheme; allowed is an absolute http"
            + " or https address of up to 2000 ASCII characters",
        refusals(reading));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ''                                       | batch-empty: the batch has 0 rows; allowed are a header and 1 row or more
          'name,url'                               | batch-empty: the batch has 0 rows; allowed are a header and 1 row or more
          'name,url,name~A,https://example.com/,B' | batch-header: line 1: column 'name' is there twice; allowed are name, title, company, phone, email, url, order, account, pack
          'name,link~A,https://example.com/'       | batch-header: line 1: column 'link' is not known; allowed are name, title, company, phone, email, url, order, account, pack^batch-header: line 1: column 'url' is missing; allowed are name, title, company, phone, email, url, order, account, pack
          'name,url~A'                             | batch-width: line 2 has 1 values; allowed are 2, as the header
          'name,url~A,https://example.com/~A,https://example.com/' | batch-duplicate: line 3 is the same as line 2; allowed are rows that differ in one column at least
          'name,url~,https://example.com/'         | batch-value: line 2: name is empty; allowed are 1 to 100 characters
          'name,url,order~A,https://example.com/,<1>' | batch-value: line 2: order is '<1>'; allowed is up to 64 letters, digits, spaces and # . _ / : -
          'name,url,pack~A,https://example.com/,A B' | batch-value: line 2: pack is 'A B'; allowed is a pack as id or id@version, or nothing
          """,
      delimiter = '|')
  void read_badFile_isRefusedWithLineAndReason(String text, String expected) {
    assertEquals(expected.replace('^', '\n'), refusals(read(text.replace('~', '\n'))));
  }

  @Test
  void read_openQuote_isRefused() {
    List<Refusal> refusals = ((Reading.Faulty) read("name,url\n\"Ada,x\n")).refusals();
    assertEquals(StationRefusal.BATCH_SYNTAX, refusals.getFirst().code());
  }

  @Test
  void read_severalBadRows_areAllNamed() {
    Reading reading = read(HEADER + ",,,,,x,,\n" + ADA + "B,,,call,,https://example.com/,,\n");
    assertEquals(2, ((Reading.Faulty) reading).refusals().size());
  }

  @Test
  void read_latin1_isRefusedWithTheLine() {
    Bytes latin1 =
        Bytes.ofUtf8("name,url\nAda,https://example.com/\nJ")
            .plus(Bytes.of(0xFC))
            .plus(Bytes.ofUtf8("rgen,https://example.com/\n"));
    assertEquals(
        "batch-not-utf8: line 3 of the batch is not UTF-8; allowed is UTF-8, with or without byte"
            + " order mark",
        refusals(BatchFile.read("b.csv", latin1)));
  }

  @Test
  void read_sameOrderOnRowsThatDiffer_isTaken() {
    assertEquals(2, sound(HEADER + ADA + ADA.replace("Ada,", "Bob,")).rows().size());
  }

  @Test
  void read_tenThousandRows_isTheLimit() {
    String rows =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "A" + i + ",https://example.com/\n")
            .collect(Collectors.joining());
    assertEquals(10_000, sound("name,url\n" + rows).rows().size());
    assertEquals(
        "batch-too-large: the batch has 10001 rows or more; allowed are up to 10000",
        refusals(read("name,url\n" + rows + "B,https://example.com/\n")));
    assertEquals(
        "batch-too-large: the batch has 8388609 bytes; allowed are up to 8388608",
        refusals(BatchFile.read("b.csv", Bytes.zeros(8 * 1024 * 1024 + 1))));
  }

  @Test
  void identity_editedFile_isAnother() {
    assertNotEquals(sound(HEADER + ADA).identity(), sound(HEADER + ADA + "\n").identity());
  }

  static BatchFile sound(String text) {
    return switch (read(text)) {
      case Reading.Sound(BatchFile file) -> file;
      case Reading.Faulty(List<Refusal> refusals) -> throw new AssertionError(refusals);
    };
  }

  private static Reading read(String text) {
    return BatchFile.read("b.csv", Bytes.ofUtf8(text));
  }

  private static String refusals(Reading reading) {
    return ((Reading.Faulty) reading)
        .refusals().stream().map(Refusal::toString).collect(Collectors.joining("\n"));
  }
}
