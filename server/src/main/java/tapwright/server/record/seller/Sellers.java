package tapwright.server.record.seller;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/** The sellers on record. */
public interface Sellers {

  Optional<Seller> find(SellerId seller);

  List<Seller> all();

  void add(Seller seller, Instant now);

  void setActivation(SellerId seller, Activation activation);

  void setSharePage(SellerId seller, boolean on);

  /** What the seller's links begin with from now on; absent for that of the server. */
  void setHost(SellerId seller, Optional<String> host);

  /** The tag of the language that the seller's customers are written to in; empty for English. */
  String language(SellerId seller);

  void setLanguage(SellerId seller, String tag);

  /** The key that the seller's chip keys are derived from, sealed; empty where they are drawn. */
  Optional<Bytes> masterKey(SellerId seller);

  void setMasterKey(SellerId seller, Optional<Bytes> sealed);
}
