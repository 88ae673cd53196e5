package tapwright.server.app.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import tapwright.server.record.goods.Rma;

/** What a trail says of a return that has moved. */
final class RmaTold {

  private RmaTold() {}

  static ClaimTrail.Happening of(Rma rma) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("rma", rma.id());
    rma.findings().ifPresent(found -> detail.put("verdict", found.verdict().word()));
    rma.disposition().ifPresent(to -> detail.put("disposition", to.word()));
    return new ClaimTrail.Happening("rma-" + rma.state().word(), detail);
  }
}
