package tapwright.server.app.provider;

import java.util.List;
import java.util.Optional;

/**
 * A person as an identity provider vouches for them.
 *
 * @param subject what the provider calls the person for ever
 * @param email an address that the provider has proven; absent where it has not
 * @param groups in which the provider says that the person is
 */
public record Identity(String subject, Optional<String> email, List<String> groups) {

  public Identity {
    groups = List.copyOf(groups);
  }

  /** Says nothing of the person. */
  @Override
  public String toString() {
    return "Identity";
  }
}
