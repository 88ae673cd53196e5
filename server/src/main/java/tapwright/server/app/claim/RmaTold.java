package tapwright.server.app.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import tapwright.server.record.goods.Rma;

/** What a trail says of a return that has moved. */
final class RmaTold {

  private RmaTold() {}

  static ClaimTrail.Happening of(Rma rma) {
    return of(rma, Map.of());
  }

  /** The same with what became of its card. */
  static ClaimTrail.Happening of(Rma rma, Map<String, String> card) {
    Map<String, Object> detail = new LinkedHashMap<>(card);
    detail.put("rma", rma.id());
    rma.findings().ifPresent(found -> detail.put("verdict", found.verdict().word()));
    rma.disposition().ifPresent(to -> detail.put("disposition", to.word()));
    return new ClaimTrail.Happening("rma-" + rma.state().word(), detail);
  }
}
