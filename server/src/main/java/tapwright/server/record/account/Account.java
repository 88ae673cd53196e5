package tapwright.server.record.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tapwright.core.card.SellerId;
import tapwright.server.record.access.Role;

/**
 * A person who works for a seller.
 *
 * @param id the key of the account
 * @param seller for whom the person works; who works for two has two accounts
 * @param name what the person signs in with, an e-mail address or a user name, in lower case
 * @param role what the person may do
 * @param proof by what the person shows who they are
 * @param disabledAt since when the account opens nothing
 */
public record Account(
    String id,
    SellerId seller,
    String name,
    Role role,
    Proof proof,
    Instant createdAt,
    Optional<Instant> disabledAt) {

  /** What people may be; the other roles are machines'. */
  public static final Set<Role> ROLES =
      Set.copyOf(
          EnumSet.of(Role.ADMIN, Role.SUPPORT, Role.SUPERVISOR, Role.FULFILMENT, Role.AUDITOR));

  /** What is in both e-mail addresses and user names, and breaks neither a line nor a page. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.@_+-]{0,79}");

  public Account {
    if (!isName(name)) {
      throw new IllegalArgumentException("name has another form than names of accounts have");
    }
    if (!ROLES.contains(role)) {
      throw new IllegalArgumentException("role is " + role + ", allowed are " + ROLES);
    }
  }

  /** Whether the text may be the name of an account. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether the account opens anything. */
  public boolean isEnabled() {
    return disabledAt.isEmpty();
  }

  /** The same person with another proof. */
  public Account with(Proof other) {
    return new Account(id, seller, name, role, other, createdAt, disabledAt);
  }

  /** The same person with another role. */
  public Account with(Role other) {
    return new Account(id, seller, name, other, proof, createdAt, disabledAt);
  }

  /** The same person, shut out since then, or let in again where it is empty. */
  public Account disabled(Optional<Instant> since) {
    return new Account(id, seller, name, role, proof, createdAt, since);
  }
}
