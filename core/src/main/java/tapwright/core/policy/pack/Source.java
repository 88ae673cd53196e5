package tapwright.core.policy.pack;

import java.util.List;

/**
 * Where a clause stands in the published text.
 *
 * @param lines counted from 1
 * @param section the section's number or heading
 */
public record Source(List<Integer> lines, String section) {

  public Source {
    lines = List.copyOf(lines);
  }

  /** As a support person cites it. */
  @Override
  public String toString() {
    String numbers = String.join(", ", lines.stream().map(String::valueOf).toList());
    return "section \"" + section + "\", " + (lines.size() == 1 ? "line " : "lines ") + numbers;
  }
}
