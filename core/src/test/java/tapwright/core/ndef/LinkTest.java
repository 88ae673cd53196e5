package tapwright.core.ndef;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

class LinkTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://example.com/t/AbC123      | https://example.com/t/AbC123      | 04 | example.com/t/AbC123
          http://www.example.com            | http://www.example.com            | 01 | example.com
          https://www.example.com/?a=b#c    | https://www.example.com/?a=b#c    | 02 | example.com/?a=b#c
          http://example.com:8080/I         | http://example.com:8080/I         | 03 | example.com:8080/I
          HTTPS://WWW.Example.COM/Q/SLUG    | https://www.example.com/Q/SLUG    | 02 | example.com/Q/SLUG
          https://[2001:db8::1]/t/A         | https://[2001:db8::1]/t/A         | 04 | [2001:db8::1]/t/A
          """,
      delimiter = '|')
  void record_soundLink_isAbbreviatedByTable3(String text, String uri, String code, String rest) {
    Link link = Link.of("url", text).orThrow();
    assertEquals(uri, link.uri());
    assertEquals(Bytes.ofHex(code).plus(Bytes.ofUtf8(rest)), link.record().payload());
    assertEquals(Optional.of(uri), link.record().uri());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr", "az", "lt"})
  void record_localeWithOtherLowerCase_givesTheSameBytes(String language) {
    Bytes expected = Link.of("url", "HTTP://WWW.IBIS.EXAMPLE/I").orThrow().record().payload();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      Bytes there = Link.of("url", "HTTP://WWW.IBIS.EXAMPLE/I").orThrow().record().payload();
      assertEquals(expected, there);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ''                       | it is empty
          example.com              | it has no scheme
          /t/AbC123                | it has no scheme
          ftp://example.com        | its scheme is ftp
          javascript:alert(1)      | its scheme is javascript
          https:example.com        | it names no host
          https:///path            | it names no host
          https://my_host/         | it names no host
          https://a@example.com/   | it has a user name before its host
          https://example.com/a b  | character 22 is not printable ASCII, percent-encode it
          https://example.com/ü    | character 21 is not printable ASCII, percent-encode it
          https://example.com/%zz  | Malformed escape pair at character 21
          https://                 | Expected authority at character 9
          """,
      delimiter = '|')
  void of_unusableText_isRefusedWithTheReason(String text, String problem) {
    if (Link.of("url", text) instanceof Checked.Refused<Link>(Refusal refusal)) {
      assertEquals("link-not-usable", refusal.code().code());
      assertEquals(
          "url is '"
              + text
              + "': "
              + problem
              + "; allowed is an absolute http or https address of up to 2000 ASCII characters",
          refusal.message());
    } else {
      throw new AssertionError("not refused: " + text);
    }
  }

  @Test
  void of_lengthAtTheLimit_passesAndOneMoreIsRefused() {
    String longest = "https://example.com/" + "a".repeat(Link.MAX_CHARACTERS - 20);
    assertEquals(longest, Link.of("url", longest).orThrow().uri());
    assertTrue(Link.of("url", longest + "a") instanceof Checked.Refused);
    assertThrows(IllegalArgumentException.class, () -> new Link(longest + "a"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com/t/A, https://example.com/t/A?m=1",
    "https://example.com/t/A?x=y, https://example.com/t/A?x=y&m=1",
    "https://example.com/t/A#f, https://example.com/t/A?m=1#f"
  })
  void withParameter_anyLink_goesIntoTheQuery(String uri, String expected) {
    assertEquals(expected, new Link(uri).withParameter("m", "1").uri());
  }

  @ParameterizedTest
  @CsvSource({
    "'', payload without a prefix code",
    "24 61, prefix code above the table",
    "FF 61, prefix code that is negative as a signed byte",
    "04 C3 28, bytes that are no UTF-8"
  })
  void uri_payloadTheLibraryCannotRead_staysRaw(String payload, String why) {
    NdefRecord record =
        new NdefRecord(Tnf.WELL_KNOWN, Bytes.ofUtf8("U"), Bytes.EMPTY, Bytes.ofHex(payload));
    assertEquals(Optional.empty(), record.uri(), why);
    NdefMessage message = NdefMessage.of(record);
    assertEquals(message, NdefMessage.decode(message.encode()).orThrow(), why);
  }

  @Test
  void uri_otherSchemesAndScripts_areReadAsTheyAre() {
    NdefRecord tel =
        new NdefRecord(
            Tnf.WELL_KNOWN,
            Bytes.ofUtf8("U"),
            Bytes.EMPTY,
            Bytes.ofHex("05").plus(Bytes.ofUtf8("+4930")));
    NdefRecord iri =
        new NdefRecord(
            Tnf.WELL_KNOWN,
            Bytes.ofUtf8("U"),
            Bytes.EMPTY,
            Bytes.ofHex("04").plus(Bytes.ofUtf8("例.example/ü")));
    assertEquals(Optional.of("tel:+4930"), tel.uri());
    assertEquals(Optional.of("https://例.example/ü"), iri.uri());
  }
}
