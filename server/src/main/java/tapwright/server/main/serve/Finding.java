package tapwright.server.main.serve;

import java.util.Locale;
import tapwright.core.Refusal;

/**
 * What was found of one thing that a start needs.
 *
 * @param subject what was looked at
 * @param said what was found there
 */
record Finding(String subject, Verdict verdict, String said) {

  /** Whether a server would start by it. */
  enum Verdict {
    /** It would. */
    OK(0),
    /** It would not, or would do what nobody wants: an expected no. */
    NO(1),
    /** It could not be looked at, or is not to be had: the world failed. */
    FAILED(3);

    private final int exitCode;

    Verdict(int exitCode) {
      this.exitCode = exitCode;
    }

    int exitCode() {
      return exitCode;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String subject, String said) {
    return new Finding(subject, Verdict.OK, said);
  }

  static Finding no(String subject, Refusal why) {
    return new Finding(subject, Verdict.NO, why.message());
  }

  static Finding failed(String subject, String said) {
    return new Finding(subject, Verdict.FAILED, said);
  }
}
