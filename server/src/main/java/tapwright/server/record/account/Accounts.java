package tapwright.server.record.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/** The accounts on record. */
public interface Accounts {

  Optional<Account> find(SellerId seller, String name);

  Optional<Account> byId(SellerId seller, String accountId);

  /** All of the seller's, by name. */
  List<Account> of(SellerId seller);

  void add(Account account);

  /** Keeps what has changed: role, proof, and whether it is disabled. */
  void update(Account account);

  /** From now on these recovery codes are good, each for once, and no others. */
  void setRecoveryCodes(Account account, Collection<Bytes> hashes);

  /** Uses a recovery code up; false where it is none of the account's. */
  boolean useRecoveryCode(Account account, Bytes hash);
}
