package tapwright.server.app.account;

import java.util.Locale;
import tapwright.core.card.SellerId;

/**
 * What somebody shows to sign in.
 *
 * @param name as it was typed; large and small letters are the same
 * @param code a one-time or recovery code; empty for none
 */
public record Credentials(SellerId seller, String name, String password, String code) {

  public Credentials {
    name = name.strip().toLowerCase(Locale.ROOT);
    code = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }

  /** Says who, and not with what. */
  @Override
  public String toString() {
    return "credentials for " + seller;
  }
}
