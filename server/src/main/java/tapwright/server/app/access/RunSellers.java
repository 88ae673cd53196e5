package tapwright.server.app.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.seller.Activation;
import tapwright.server.record.seller.Seller;

/** The sellers that the installation serves, as whoever runs it sees them. */
public final class RunSellers {

  /** Names as RFC 1123 section 2.1 has them, with a port where it is not that of HTTPS. */
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*(:[0-9]{1,5})?");

  private final Ledger ledger;
  private final InstantSource clock;

  public RunSellers(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  public CompletableFuture<List<Seller>> list() {
    return ledger.readAcrossSellers(records -> records.sellers().all());
  }

  /** Adds a seller whose links begin with the host; empty for the server's own. */
  public CompletableFuture<Answer<Seller>> create(SellerId id, String host) {
    if (isNoHost(host)) {
      return CompletableFuture.completedFuture(noHost(host));
    }
    return ledger.writeAcrossSellers(records -> create(records, id, host));
  }

  private Answer<Seller> create(Records records, SellerId id, String host) {
    if (records.sellers().find(id).isPresent()) {
      return Answer.refused(AccessRefusal.SELLER_TAKEN.with("seller", id));
    }
    if (isTaken(records, id, host)) {
      return Answer.refused(AccessRefusal.HOST_TAKEN.with("host", host));
    }
    records.sellers().add(new Seller(id, Activation.FIRST_TAP), clock.instant());
    records.sellers().setHost(id, optional(host));
    return Answer.done(records.sellers().find(id).orElseThrow());
  }

  /** Lets the seller's links begin with another host from now on; empty for the server's own. */
  public CompletableFuture<Answer<Seller>> setHost(SellerId id, String host) {
    if (isNoHost(host)) {
      return CompletableFuture.completedFuture(noHost(host));
    }
    return ledger.writeAcrossSellers(records -> setHost(records, id, host));
  }

  private static Answer<Seller> setHost(Records records, SellerId id, String host) {
    if (records.sellers().find(id).isEmpty()) {
      return Answer.refused(RunTokens.unknown(records, id));
    }
    if (isTaken(records, id, host)) {
      return Answer.refused(AccessRefusal.HOST_TAKEN.with("host", host));
    }
    records.sellers().setHost(id, optional(host));
    return Answer.done(records.sellers().find(id).orElseThrow());
  }

  private static boolean isNoHost(String host) {
    return !host.isEmpty() && !HOST.matcher(host).matches();
  }

  private static Answer<Seller> noHost(String host) {
    return Answer.refused(AccessRefusal.HOST_INVALID.with("host", Shown.of(host)));
  }

  private static boolean isTaken(Records records, SellerId id, String host) {
    return records.sellers().all().stream()
        .anyMatch(
            seller ->
                !seller.id().equals(id) && seller.host().equals(optional(host)) && !host.isEmpty());
  }

  private static Optional<String> optional(String host) {
    return host.isEmpty() ? Optional.empty() : Optional.of(host);
  }
}
