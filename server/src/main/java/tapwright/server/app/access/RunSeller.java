package tapwright.server.app.access;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.core.notice.MailLanguage;
import tapwright.core.tag.dna.AesKey;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.SecretSeal;
import tapwright.server.record.seller.Activation;
import tapwright.server.record.seller.Seller;

/** A seller's own settings. */
public final class RunSeller {

  /** An AES-128 key, or nothing for keys that are drawn. */
  private static final Pattern MASTER_KEY = Pattern.compile("([0-9A-Fa-f]{32})?");

  private final Ledger ledger;
  private final SecretSeal seal;

  public RunSeller(Ledger ledger, SecretSeal seal) {
    this.ledger = ledger;
    this.seal = seal;
  }

  public CompletableFuture<SellerSettings> settings(Caller caller) {
    return ledger.read(caller.seller(), records -> settings(records, caller.seller()));
  }

  /**
   * From now on the seller's cards come into use by this event, and the keys of chips ordered from
   * now on come from this master key.
   *
   * @param masterKey 32 hexadecimal digits; none for keys that are drawn; absent for no change
   * @param sharePage whether cards have a page that shows whose they are; absent for no change
   */
  public CompletableFuture<Answer<SellerSettings>> change(
      Caller caller,
      Activation activation,
      Optional<String> masterKey,
      Optional<Boolean> sharePage) {
    return change(caller, new Wanted(activation, masterKey, sharePage, Optional.empty()));
  }

  /**
   * What is wanted.
   *
   * @param masterKey 32 hexadecimal digits; none for keys that are drawn; absent for no change
   * @param sharePage whether cards have a page that shows whose they are; absent for no change
   * @param language that customers are written to in; absent for no change
   */
  public record Wanted(
      Activation activation,
      Optional<String> masterKey,
      Optional<Boolean> sharePage,
      Optional<MailLanguage> language) {

    /** Without the key. */
    @Override
    public String toString() {
      return "settings with activation " + activation;
    }
  }

  /** As above, with a language. */
  public CompletableFuture<Answer<SellerSettings>> change(Caller caller, Wanted wanted) {
    Optional<String> masterKey = wanted.masterKey();
    if (masterKey.filter(key -> !MASTER_KEY.matcher(key).matches()).isPresent()) {
      return CompletableFuture.completedFuture(
          Answer.refused(AppRefusal.MASTER_KEY.with("seen", wrongIn(masterKey.get()))));
    }
    return ledger.write(
        caller.seller(),
        records -> {
          records.sellers().setActivation(caller.seller(), wanted.activation());
          masterKey.ifPresent(key -> setMasterKey(records, caller.seller(), key));
          wanted.sharePage().ifPresent(on -> records.sellers().setSharePage(caller.seller(), on));
          wanted
              .language()
              .ifPresent(some -> records.sellers().setLanguage(caller.seller(), some.tag()));
          return Answer.done(settings(records, caller.seller()));
        });
  }

  /** What is wrong with the text, without showing any of it. */
  private static String wrongIn(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!HexFormat.isHexDigit(text.charAt(at))) {
        return "has no hexadecimal digit at character " + (at + 1);
      }
    }
    return "has " + text.length() + " digits";
  }

  private void setMasterKey(Records records, SellerId seller, String digits) {
    Optional<Bytes> key =
        digits.isEmpty()
            ? Optional.empty()
            : Optional.of(seal.seal(new AesKey(Bytes.ofHex(digits)), seller));
    records.sellers().setMasterKey(seller, key);
  }

  private static SellerSettings settings(Records records, SellerId seller) {
    Seller found = records.sellers().find(seller).orElseThrow();
    return new SellerSettings(
        found.activation(),
        records.sellers().masterKey(seller).isPresent(),
        found.sharePage(),
        MailLanguage.of(records.sellers().language(seller)).orElse(MailLanguage.ENGLISH));
  }
}
