package tapwright.server.record.provider;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tapwright.server.record.access.Role;
import tapwright.server.record.account.Account;

/**
 * Who may come in by an identity provider, and as what.
 *
 * @param claim in which the provider names a person's groups
 * @param roles of groups; the first that fits is taken, since no role follows from another
 * @param domains of e-mail addresses that may come in; none for any
 * @param group that a person must be in whatever their role; absent for none
 */
public record Admission(
    String claim, List<GroupRole> roles, List<String> domains, Optional<String> group) {

  public Admission {
    roles = List.copyOf(roles);
    domains = List.copyOf(domains);
    if (domains.isEmpty() && group.isEmpty()) {
      throw new IllegalArgumentException("domains and group are empty, allowed is one at least");
    }
  }

  /** The role of those who are in a group. */
  public record GroupRole(String group, Role role) {
    public GroupRole {
      if (!Account.ROLES.contains(role)) {
        throw new IllegalArgumentException("role is " + role + ", allowed are " + Account.ROLES);
      }
    }
  }

  /** What somebody in these groups may do; empty where that is nothing. */
  public Optional<Role> roleOf(Collection<String> groups) {
    Set<String> known = Set.copyOf(groups);
    return roles.stream()
        .filter(one -> known.contains(one.group()))
        .map(GroupRole::role)
        .findFirst();
  }

  /** Whether somebody in these groups, with this proven address, may come in at all. */
  public boolean admits(Optional<String> email, Collection<String> groups) {
    return (domains.isEmpty() || email.map(Admission::domain).filter(domains::contains).isPresent())
        && (group.isEmpty() || groups.contains(group.get()));
  }

  /** What follows the last at sign: what stands before it may hold others (RFC 5321 4.1.2). */
  private static String domain(String email) {
    return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
