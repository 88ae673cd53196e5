package tapwright.agent.print.template;

import tapwright.core.Refusal;

/** Stops the reader at the first thing it cannot take; never leaves {@link TemplateReader}. */
final class Malformed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  Malformed(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
