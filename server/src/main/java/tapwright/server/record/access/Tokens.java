package tapwright.server.record.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/** The tokens on record. */
public interface Tokens {

  /** Whosever it is: who shows a token does not say for whom it speaks. */
  Optional<Token> byHash(Bytes hash);

  List<Token> of(SellerId seller);

  void add(Token token);

  void revoke(SellerId seller, String tokenId, Instant at);

  /** Puts on record that the token let somebody in. */
  void seen(SellerId seller, String tokenId, Instant at);

  /** Puts on record that the token was shown after its end. */
  void refused(SellerId seller, String tokenId, Instant at);
}
