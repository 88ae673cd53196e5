package tapwright.server.app.access;

import tapwright.core.notice.MailLanguage;
import tapwright.server.record.seller.Activation;

/**
 * A seller's own settings, as they may be shown.
 *
 * @param derivesKeys whether the keys of its chips are derived from a master key of its own
 * @param sharePage whether its cards have a page that shows whose they are
 * @param language that its customers are written to in, unless their orders say otherwise
 */
public record SellerSettings(
    Activation activation, boolean derivesKeys, boolean sharePage, MailLanguage language) {

  /** Of a seller that has set no language. */
  public SellerSettings(Activation activation, boolean derivesKeys, boolean sharePage) {
    this(activation, derivesKeys, sharePage, MailLanguage.ENGLISH);
  }
}
