package tapwright.server.record.provider;

import java.net.URI;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/** Makes what is secret of identity providers unreadable, and what browsers keep unforgeable. */
public interface ProviderSeal {

  Bytes sealSecret(String secret, SellerId seller);

  String openSecret(Bytes sealed, SellerId seller);

  /** Under what a subject of an issuer is found. */
  Bytes mark(URI issuer, String subject);

  /** The text with a tag that only this installation can make. */
  String sign(String text);

  /** The text that was signed; empty where it was not signed here. */
  Optional<String> signed(String shown);
}
