package tapwright.agent.encode.type4;

import java.util.Optional;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.UnsignedDemands;
import tapwright.core.Refusal;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.type4.Type4Model;
import tapwright.core.tag.type4.Type4Refusal;

/** What may be asked of a Type 4 tag, beside a message, and of an NTAG 424 DNA alone. */
final class Type4Demands {

  private Type4Demands() {}

  /** Why the model cannot do what is asked, if so. */
  static Optional<Refusal> refusal(EncodeRequest request, Type4Model model) {
    if (request.counting() == Counting.MIRROR) {
      return Optional.of(Type4Refusal.MIRROR_UNSUPPORTED.with("model", model.label()));
    }
    if (request.finish().password().isPresent()) {
      return Optional.of(Type4Refusal.PASSWORD_UNSUPPORTED.with("model", model.label()));
    }
    return model.isDna() ? withoutKeys(request, model) : beyondGeneric(request, model);
  }

  private static Optional<Refusal> beyondGeneric(EncodeRequest request, Type4Model model) {
    return UnsignedDemands.refusal(request, model.label())
        .or(
            () ->
                request.finish().lock()
                    ? Optional.of(Type4Refusal.LOCK_UNSUPPORTED.with("model", model.label()))
                    : Optional.empty());
  }

  /** Why a tag cannot be emptied with these keys, if so. */
  static Optional<Refusal> ofErasing(Optional<DnaKeys> keys, Type4Model model) {
    if (keys.isEmpty() || model.isDna()) {
      return keys.filter(Type4Demands::hasFactorys).map(it -> keysNeeded("a key", model));
    }
    return Optional.of(EncodeRefusal.KEYS_UNSUPPORTED.with("model", model.label()));
  }

  private static boolean hasFactorys(DnaKeys keys) {
    return keys.keys().contains(AesKey.FACTORY);
  }

  private static Optional<Refusal> withoutKeys(EncodeRequest request, Type4Model model) {
    Optional<DnaKeys> keys = request.finish().keys();
    if (keys.isPresent()) {
      return keys.filter(Type4Demands::hasFactorys).map(it -> keysNeeded("a key", model));
    }
    if (request.counting() == Counting.SUN) {
      return Optional.of(keysNeeded("a signed link", model));
    }
    return request.finish().lock() ? Optional.of(keysNeeded("a lock", model)) : Optional.empty();
  }

  /**
   * @param doing what only who holds the keys can do
   */
  static Refusal keysNotGiven(String doing, Type4Model model) {
    return Type4Refusal.KEYS_NOT_GIVEN.with("model", model.label(), "what", doing);
  }

  private static Refusal keysNeeded(String what, Type4Model model) {
    return Type4Refusal.KEYS_NEEDED.with("what", what, "model", model.label());
  }
}
