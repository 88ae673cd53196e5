package tapwright.agent.print;

import tapwright.core.Checked;
import tapwright.core.Refusal;

/** What a test expects to be refused. */
public final class Refused {

  private Refused() {}

  /** The refusal, where passing would be the failure. */
  public static Refusal by(Checked<?> checked) {
    return switch (checked) {
      case Checked.Refused<?>(Refusal refusal) -> refusal;
      case Checked.Passed<?>(Object value) -> throw new AssertionError("not refused: " + value);
    };
  }
}
