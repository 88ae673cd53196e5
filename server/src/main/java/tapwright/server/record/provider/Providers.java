package tapwright.server.record.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/** The identity providers on record, and the accounts that are bound to their subjects. */
public interface Providers {

  Optional<IdentityProvider> of(SellerId seller);

  /** Keeps the seller's provider, instead of whichever it had. */
  void set(IdentityProvider provider, Instant now);

  /** The seller has no provider from now on; whom accounts are bound to stays. */
  void remove(SellerId seller);

  /** Whose account it is. */
  Optional<Subject> subject(SellerId seller, Bytes mark);

  /** Whom the account is bound to. */
  Optional<Subject> subjectOf(SellerId seller, String account);

  /** All of the seller's. */
  List<Subject> subjects(SellerId seller);

  void bind(Subject subject);

  /** Takes the account's subject away; false where it had none. */
  boolean unbind(SellerId seller, String account);
}
