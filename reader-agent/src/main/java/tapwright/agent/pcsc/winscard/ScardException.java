package tapwright.agent.pcsc.winscard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.agent.pcsc.winscard.ScardCode.Meaning;

/** A PC/SC function did not succeed, or there is no PC/SC library to call. */
public final class ScardException extends Exception {

  private static final long serialVersionUID = 1L;

  private final @Nullable ScardCode code;

  private ScardException(String message, @Nullable ScardCode code, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  static ScardException of(ScardCode code, String doing) {
    return new ScardException(code.name() + " from " + doing, code, null);
  }

  static ScardException of(long value, String doing) {
    Optional<ScardCode> code = ScardCode.of(value);
    String name = code.map(Enum::name).orElseGet(() -> "PC/SC error %08Xh".formatted(value));
    return new ScardException(name + " from " + doing, code.orElse(null), null);
  }

  static ScardException noLibrary(String name, Throwable cause) {
    return new ScardException(
        "No PC/SC library: " + name + " cannot be loaded", ScardCode.SCARD_E_NO_SERVICE, cause);
  }

  boolean is(ScardCode other) {
    return code == other;
  }

  boolean means(Meaning meaning) {
    return code != null && code.meaning() == meaning;
  }
}
