package tapwright.server.app.money;

import java.time.Instant;
import tapwright.core.Bytes;
import tapwright.core.Checked;

/** Reads what claims to be the provider's notice, once it is known to be. */
public interface NoticeReader {

  /** The notice; or why it is not believed, or not understood. */
  Checked<PaymentNotice> read(String signature, Bytes body, Instant now);
}
