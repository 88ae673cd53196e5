package tapwright.server.main.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.policy.library.Packs;
import tapwright.server.front.FrontSettings;
import tapwright.server.front.TrustedProxies;
import tapwright.server.front.tls.TlsFiles;
import tapwright.server.main.CommandRun;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.nodes.Wait;

/** A server with a certificate, met by clients that check it and by some that do not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {

  private static final String PUBLIC = "https://cards.example.com";

  /** A client of 2006: TLS 1.1 (RFC 4346) with one suite, TLS_RSA_WITH_AES_128_CBC_SHA. */
  private static final String OLD_HELLO =
      "160302002d" + "01000029" + "0302" + "00".repeat(32) + "00" + "0002002f" + "0100";

  private static final int ALERT = 0x15;

  @TempDir private static Path folder;
  private Path pair;
  private SampleCertificate first;
  private RunningServer server;

  @BeforeAll
  void start() throws IOException {
    pair = Files.createDirectory(folder.resolve("pair"));
    first = SampleCertificate.make(folder, "EC", 90);
    server = start("tls.db", first.writeTo(pair));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static RunningServer start(String record, TlsFiles files) {
    Installation installation =
        LocalServer.installation(folder, folder.resolve(record), Installation.CLOCK);
    FrontSettings front =
        new FrontSettings(
            FrontSettings.PLAIN.limits(), Optional.of(files), Optional.of(0), TrustedProxies.NONE);
    return RunningServer.start(
        installation,
        Packs.shipped(),
        new RunningServer.Address("127.0.0.1", 0, Optional.of(URI.create(PUBLIC))),
        LocalServer.met(front));
  }

  private HttpResponse<String> get(String path, SampleCertificate... trusted)
      throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder().sslContext(SampleCertificate.trusting(trusted)).build()) {
      return client.send(
          HttpRequest.newBuilder(server.url().resolve(path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void aClientThatTrustsTheCertificate_isAnsweredAndToldToStayWithTls() throws Exception {
    first.writeTo(pair);
    Wait.until("the first one is served", Duration.ofSeconds(30), () -> serves(first), () -> "");

    HttpResponse<String> health = get("/health", first);
    HttpResponse<String> page = get("/t/0000000000", first);

    assertEquals("https", server.url().getScheme());
    assertEquals(200, health.statusCode());
    assertEquals(HttpClient.Version.HTTP_1_1, health.version());
    assertEquals(404, page.statusCode());
    for (HttpResponse<String> response : List.of(health, page)) {
      assertEquals(
          Optional.of("max-age=31536000"),
          response.headers().firstValue("Strict-Transport-Security"));
    }
  }

  @Test
  void newFiles_areServedWithoutARestartAndHalfOfThemAreNot() throws Exception {
    SampleCertificate second = SampleCertificate.make(folder, "RSA", 90);
    Files.writeString(pair.resolve("chain.pem"), second.pem());
    // Longer than it takes to look twice.
    Instant looked = Instant.now().plusSeconds(5);
    Wait.until("two looks", Duration.ofSeconds(30), () -> Instant.now().isAfter(looked), () -> "");
    assertFalse(serves(second), "the new certificate without its key");

    Files.writeString(pair.resolve("key.pem"), second.keyPem());

    Wait.until("the new one is served", Duration.ofSeconds(30), () -> serves(second), () -> "");
    assertThrows(SSLException.class, () -> get("/health", first));
  }

  private boolean serves(SampleCertificate wanted) {
    try {
      return served(SampleCertificate.trusting(wanted)).equals(wanted.certificate());
    } catch (IOException e) {
      return false;
    }
  }

  private Certificate served(SSLContext context) throws IOException {
    try (SSLSocket socket = socket(context)) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0];
    }
  }

  private SSLSocket socket(SSLContext context) throws IOException {
    return (SSLSocket)
        context
            .getSocketFactory()
            .createSocket(InetAddress.getLoopbackAddress(), server.url().getPort());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
        "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"
      })
  void aSuiteThatIsOutOfUse_isNotSpoken(String suite) throws IOException {
    try (SSLSocket socket = socket(SampleCertificate.trusting(first))) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      socket.setEnabledCipherSuites(new String[] {suite});

      assertThrows(SSLException.class, socket::startHandshake);
    }
  }

  @Test
  void aClientOfTls11_isTurnedAwayWithAnAlert() throws IOException {
    try (RawConnection connection = new RawConnection(server.url())) {
      String said = connection.send(HexFormat.of().parseHex(OLD_HELLO)).rest();

      assertFalse(said.isEmpty());
      assertEquals(ALERT, said.charAt(0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health HTTP/1.1\r\nHost: x\r\n\r\n",
        "\u0016\u0003\u0001\u00ff\u00ffno handshake at all",
        "\u0016\u0003\u0003\u0000\u0004\u0001\u00ff\u00ff\u00ff",
        "\u0080.\u0001\u0000\u0002 SSL 2.0",
        "\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000"
      })
  void whatIsNoHandshake_isNotAnsweredAndHarmsNobody(String bytes) throws Exception {
    try (RawConnection connection = new RawConnection(server.url())) {
      String said = connection.send(bytes).rest();

      assertFalse(said.contains("HTTP/1.1"), said);
    }
    try (SSLSocket socket = socket(trustingWhatIsServed())) {
      socket.startHandshake();
      socket.getOutputStream().write("GET /health HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
      assertTrue(new String(socket.getInputStream().readAllBytes(), US_ASCII).contains(" 200 "));
    }
  }

  /** Either pair may be served, whichever test ran before. */
  private SSLContext trustingWhatIsServed() throws IOException {
    String pem = Files.readString(pair.resolve("chain.pem"));
    try (var in = Files.newInputStream(pair.resolve("chain.pem"))) {
      Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
      return SampleCertificate.trusting(new SampleCertificate(certificate, pem, ""));
    } catch (CertificateException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void plainHttp_isSentOnAndWhatCarriesATokenRefused() throws IOException {
    URI plain = URI.create("http://127.0.0.1:" + server.redirectPort().orElseThrow());

    assertRedirect(plain, "GET /t/0123456789?m=1 HTTP/1.1", PUBLIC + "/t/0123456789?m=1");
    assertRedirect(plain, "HEAD //evil.example/ HTTP/1.1", PUBLIC + "//evil.example/");
    assertAnswers(plain, "GET http://evil.example/t/x HTTP/1.1", " 400 ");
    assertAnswers(plain, "POST /api/v1/orders HTTP/1.1\r\nContent-Length: 0", " 403 ");
    assertAnswers(plain, "GET /api/v1/cards HTTP/1.1\r\nAuthorization: Bearer x", " 403 ");
  }

  private static void assertRedirect(URI plain, String start, String to) throws IOException {
    String head = assertAnswers(plain, start, " 308 ");
    assertTrue(head.contains("\r\nlocation: " + to + "\r\n"), head);
  }

  private static String assertAnswers(URI plain, String start, String status) throws IOException {
    try (RawConnection connection = new RawConnection(plain)) {
      String head = connection.send(start + "\r\nHost: evil.example\r\n\r\n").head();
      assertTrue(head.contains(status), head);
      return head;
    }
  }

  @Test
  void filesThatAreNoPair_stopTheStart() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    SampleCertificate foreign = SampleCertificate.make(folder, "EC", 90);
    TlsFiles files = foreign.writeTo(other);

    Files.writeString(files.key(), first.keyPem());
    assertStops(files, "is not the key of the certificate in ");
    Files.writeString(
        files.key(), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    assertStops(files, "tls-key is " + files.key() + ", allowed is one private key as PEM");
    Files.writeString(files.certificate(), "a letter");
    assertStops(files, "allowed are X.509 certificates as PEM");
    Files.delete(files.certificate());
    assertStops(files, "which cannot be read: it is not there");
  }

  private static void assertStops(TlsFiles files, String why) {
    String said =
        String.valueOf(
            assertThrows(ServerFault.class, () -> start("other.db", files).close()).getMessage());
    assertTrue(said.contains(why), said);
  }

  @Test
  void theEndOfACertificate_isCheckedBeforeTheStart() throws Exception {
    Path ended = Files.createDirectory(folder.resolve("ended"));
    TlsFiles files = SampleCertificate.make(folder, "EC", -1).writeTo(ended);

    assertEquals(1, check(files).code());
    assertTrue(check(files).out().contains("the certificate ended at "));
    SampleCertificate.make(folder, "EC", 5).writeTo(ended);
    assertEquals(0, check(files).code());
    assertTrue(check(files).out().contains("; renew it soon"));
    Files.delete(files.key());
    assertEquals(3, check(files).code());
  }

  private static CommandRun check(TlsFiles files) {
    return CommandRun.of(
        "server",
        "--check",
        "--port",
        "0",
        "--db",
        "jdbc:sqlite:" + folder.resolve("none.db"),
        "--tls-certificate",
        files.certificate().toString(),
        "--tls-key",
        files.key().toString());
  }
}
