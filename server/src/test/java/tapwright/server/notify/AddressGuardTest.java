package tapwright.server.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

  private static final AddressGuard PUBLIC = new AddressGuard(false);
  private static final AddressGuard PRIVATE_TOO = new AddressGuard(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example.com/",
        "https://",
        "//shop.example.com/",
        "ftp://shop.example.com/",
        "https://user:word@shop.example.com/",
        "https://shop.example.com/#part",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://10.1.2.3:8443/hook",
        "https://169.254.169.254/latest",
        "http://localhost:8080/",
        "no address at all"
      })
  void addressThatLeadsInside_isRefused(String url) {
    assertEquals(Optional.of(AddressGuard.ALLOWED_PUBLIC), PUBLIC.allowedInsteadOf(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example.com/hook?shop=1",
        "https://shop.example.com:8443",
        "https://[2606:4700::1]/"
      })
  void addressOnTheInternet_isAllowed(String url) {
    assertEquals(Optional.empty(), PUBLIC.allowedInsteadOf(url));
  }

  @Test
  void whereItIsSet_ownAddressesAreAllowed_inTheClearOnThisMachineOnly() {
    for (String url : List.of("http://127.0.0.1:1/", "http://localhost/", "https://10.0.0.1/")) {
      assertEquals(Optional.empty(), PRIVATE_TOO.allowedInsteadOf(url), url);
    }
    for (String url : List.of("http://10.0.0.1/", "http://shop.example.com/")) {
      assertEquals(
          Optional.of(AddressGuard.ALLOWED_PRIVATE), PRIVATE_TOO.allowedInsteadOf(url), url);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.255.255.255",
        "100.64.0.1",
        "127.0.0.2",
        "169.254.169.254",
        "172.31.0.1",
        "192.168.1.1",
        "198.19.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "ff02::1"
      })
  void specialAddress_isNeverSentTo(String address) {
    assertEquals(false, PUBLIC.allows(InetAddress.ofLiteral(address)), address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1"})
  void publicAddress_maybeSentTo(String address) {
    assertEquals(true, PUBLIC.allows(InetAddress.ofLiteral(address)), address);
  }
}
