package tapwright.server.main.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tapwright.server.front.tls.TlsFiles;

/**
 * A certificate for 127.0.0.1 that signs itself, made by the JDK's own keytool, and its key.
 *
 * @param pem the certificate as PEM
 * @param keyPem its key as PEM
 */
public record SampleCertificate(Certificate certificate, String pem, String keyPem) {

  private static final String PASSWORD = "sample-password";
  private static final char[] PASSWORD_LETTERS = PASSWORD.toCharArray();

  /** A new one that is good from today for some days; for -1 it ended yesterday. */
  public static SampleCertificate make(Path folder, String algorithm, int days) {
    Path store = folder.resolve("store-" + System.nanoTime() + ".p12");
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "sample",
                "-keyalg",
                algorithm));
    line.addAll(List.of("-dname", "CN=127.0.0.1", "-ext", "SAN=ip:127.0.0.1"));
    line.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString()));
    line.addAll(
        List.of("-storepass", PASSWORD, "-validity", days < 0 ? "1" : String.valueOf(days)));
    if (days < 0) {
      line.addAll(List.of("-startdate", "-10d"));
    }
    try {
      Process keytool = new ProcessBuilder(line).redirectErrorStream(true).start();
      String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (keytool.waitFor() != 0) {
        throw new AssertionError(said);
      }
      return read(store);
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while a certificate was made", e);
    }
  }

  private static SampleCertificate read(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD_LETTERS);
    }
    Certificate certificate = keys.getCertificate("sample");
    return new SampleCertificate(
        certificate,
        pem("CERTIFICATE", certificate.getEncoded()),
        pem("PRIVATE KEY", keys.getKey("sample", PASSWORD_LETTERS).getEncoded()));
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(bytes)
        + "\n-----END "
        + what
        + "-----\n";
  }

  /** Writes both into the folder, over what is there. */
  public TlsFiles writeTo(Path folder) {
    try {
      return new TlsFiles(
          Files.writeString(folder.resolve("chain.pem"), pem),
          Files.writeString(folder.resolve("key.pem"), keyPem));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What a client needs that trusts these certificates and no other. */
  public static SSLContext trusting(SampleCertificate... trusted) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (SampleCertificate one : trusted) {
        store.setCertificateEntry("trusted-" + store.size(), one.certificate());
      }
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
