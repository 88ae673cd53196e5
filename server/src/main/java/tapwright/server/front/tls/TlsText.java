package tapwright.server.front.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;

/**
 * What stands in the two files at one moment.
 *
 * @param key a secret
 */
record TlsText(Bytes certificate, Bytes key) {

  static Answer<TlsText> read(TlsFiles files) {
    return switch (bytes("tls-certificate", files.certificate())) {
      case Answer.Refused<Bytes> refused -> Answer.refused(refused.refusal());
      case Answer.Done<Bytes> certificate -> withKey(certificate.value(), files);
    };
  }

  private static Answer<TlsText> withKey(Bytes certificate, TlsFiles files) {
    return switch (bytes("tls-key", files.key())) {
      case Answer.Refused<Bytes> refused -> Answer.refused(refused.refusal());
      case Answer.Done<Bytes> key -> Answer.done(new TlsText(certificate, key.value()));
    };
  }

  private static Answer<Bytes> bytes(String field, Path file) {
    try {
      return Answer.done(Bytes.copyOf(Files.readAllBytes(file)));
    } catch (IOException e) {
      return Answer.refused(unreadable(field, file, e));
    }
  }

  private static Refusal unreadable(String field, Path file, IOException e) {
    String problem =
        e instanceof NoSuchFileException ? "it is not there" : e.getClass().getSimpleName();
    return TlsRefusal.UNREADABLE.with("field", field, "file", file, "problem", problem);
  }

  /** Without what is in them. */
  @Override
  public String toString() {
    return "certificate and key";
  }
}
