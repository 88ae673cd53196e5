package tapwright.server.front.tls;

import tapwright.core.RefusalCode;

/** Why a certificate and its key are not taken. */
public enum TlsRefusal implements RefusalCode {
  /** A file cannot be read. */
  UNREADABLE("tls-file-unreadable", "{field} is {file}, which cannot be read: {problem}"),
  /** The file holds no certificate. */
  CERTIFICATE(
      "tls-certificate-malformed",
      "tls-certificate is {file}, allowed are X.509 certificates as PEM"),
  /** The file holds no key, or one with a password. */
  KEY(
      "tls-key-malformed",
      "tls-key is {file}, allowed is one private key as PEM, without a password"),
  /** The two are not of one pair. */
  FOREIGN(
      "tls-key-foreign",
      "tls-key is {file}, which is not the key of the certificate in {certificate}");

  private final String code;
  private final String template;

  TlsRefusal(String code, String template) {
    this.code = code;
    this.template = template;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }
}
