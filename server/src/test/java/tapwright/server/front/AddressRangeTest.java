package tapwright.server.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.255, true",
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false"
  })
  void range_holdsWhatBeginsWithTheSameBits(String range, String address, boolean holds) {
    assertEquals(
        holds, AddressRange.parse(range).orElseThrow().contains(InetAddress.ofLiteral(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "proxy.example.com", "10.0.0.0/33", "::1/129", "10.0.0.0/-1", "1.2.3"})
  void whatIsNoRange_isNotRead(String text) {
    assertEquals(Optional.empty(), AddressRange.parse(text));
  }

  @Test
  void bits_areNoMoreThanTheAddressHas() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new AddressRange(InetAddress.ofLiteral("10.0.0.1"), 33));
  }
}
