package tapwright.server.store.upkeep.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** An order's money as its trail alone tells it: what was captured, goes back and is disputed. */
final class MoneyRetold implements Retold {

  private static final String REFUND = "refund-";
  private static final String DISPUTE = "dispute-";

  private final Figures figures = new Figures();
  private final Map<String, String> known = new HashMap<>();
  private final Map<String, String> references = new TreeMap<>();

  /** By what the provider knows a refund, which it may have said after the last entry of it. */
  void known(String refund, String reference) {
    known.put(refund, reference);
  }

  @Override
  public void take(ToldEntry entry) {
    if (entry.kind().equals("captured")) {
      captured(entry);
    } else if (entry.kind().startsWith(REFUND)) {
      refund(entry, entry.kind().substring(REFUND.length()));
    } else if (entry.kind().startsWith(DISPUTE)) {
      dispute(entry, entry.kind().substring(DISPUTE.length()));
    }
  }

  private void captured(ToldEntry entry) {
    String line = line(entry.text("line"));
    figures.put(line + ", captured", entry.text("amount"));
    figures.put(line + ", payment", entry.text("payment"));
  }

  private void refund(ToldEntry entry, String state) {
    String refund = refund(entry.text("refundId"));
    figures.put(refund + ", line", entry.text("line"));
    figures.put(refund + ", amount", entry.text("amount"));
    figures.put(refund + ", claim", entry.text("claimId"));
    figures.put(refund + ", owed by", entry.text("owedBy"));
    figures.put(refund + ", state", state);
    references.put(refund, entry.text("reference"));
  }

  private void dispute(ToldEntry entry, String status) {
    String dispute = dispute(entry.text("disputeId"));
    figures.put(dispute + ", payment", entry.text("payment"));
    figures.put(dispute + ", amount", entry.text("amount"));
    figures.put(dispute + ", status", status);
    figures.put(dispute + ", since", ToldEntry.instant(entry.text("at")));
  }

  static String line(String name) {
    return "line " + name;
  }

  static String refund(String id) {
    return "refund " + id;
  }

  static String dispute(String id) {
    return "dispute " + id;
  }

  @Override
  public Figures figures() {
    references.forEach(
        (refund, told) ->
            figures.put(
                refund + ", reference", told.isEmpty() ? known.getOrDefault(refund, "") : told));
    return figures;
  }
}
