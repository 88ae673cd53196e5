package tapwright.server.app.claim;

import java.util.Optional;
import tapwright.server.record.goods.Rma;

/**
 * A return as people see it.
 *
 * @param label whose parcel it is and where it goes; empty where none was wanted, or where nobody
 *     can read it any more
 */
public record RmaView(Rma rma, Optional<RmaLabel> label) {

  /** Without the label. */
  @Override
  public String toString() {
    return "RmaView[" + rma.id() + "]";
  }
}
