package tapwright.agent.encode;

import java.util.Optional;
import tapwright.core.Refusal;

/** What may not be asked of a chip that signs nothing and holds no keys. */
public final class UnsignedDemands {

  private UnsignedDemands() {}

  /** Why a chip that is no NTAG 424 DNA cannot do what is asked, if so. */
  public static Optional<Refusal> refusal(EncodeRequest request, String model) {
    if (request.counting() == Counting.SUN) {
      return Optional.of(EncodeRefusal.SUN_UNSUPPORTED.with("model", model));
    }
    return request.finish().keys().isPresent()
        ? Optional.of(EncodeRefusal.KEYS_UNSUPPORTED.with("model", model))
        : Optional.empty();
  }
}
