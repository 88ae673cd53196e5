package tapwright.core.policy.pack;

import java.util.List;

/**
 * How an unclear clause is read, so that a lawyer can judge it.
 *
 * @param chosen the reading that the pack follows
 * @param rejected the readings that lost
 * @param because why
 */
public record Interpretation(String chosen, List<String> rejected, String because) {

  public Interpretation {
    rejected = List.copyOf(rejected);
  }
}
