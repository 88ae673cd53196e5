package tapwright.server.record.seller;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/** The tokens on record. */
public interface Tokens {

  Optional<Token> byHash(Bytes hash);

  List<Token> of(SellerId seller);

  void add(Token token);

  void revoke(String tokenId, Instant at);
}
