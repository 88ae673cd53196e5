package tapwright.core.policy.pack;

import java.util.Set;
import tapwright.core.policy.fact.ClaimKind;

/**
 * A hole in the published text that is known and goes to a person.
 *
 * @param id its name in the pack
 * @param claims the kinds of claim that it swallows
 * @param when the facts that fall through
 * @param because why no clause decides them
 * @param place file, line and column of its text, for messages
 */
public record Gap(String id, Set<ClaimKind> claims, Condition when, String because, String place) {

  public Gap {
    claims = Set.copyOf(claims);
  }
}
