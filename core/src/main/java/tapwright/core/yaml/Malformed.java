package tapwright.core.yaml;

import tapwright.core.Refusal;

/** Stops a reader at the first thing it cannot take; never leaves {@link Reading}. */
public final class Malformed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public Malformed(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
