package tapwright.server.app.claim;

import java.util.List;

/**
 * What a label for a parcel that goes back says.
 *
 * @param from the sender's name and address, line by line
 * @param to where it goes, line by line
 */
public record RmaLabel(List<String> from, List<String> to) {

  public RmaLabel {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  /** Without its lines. */
  @Override
  public String toString() {
    return "RmaLabel";
  }
}
