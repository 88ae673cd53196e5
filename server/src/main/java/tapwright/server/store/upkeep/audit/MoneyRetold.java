package tapwright.server.store.upkeep.audit;

/** An order's money as its trail alone tells it: what was captured, goes back and is disputed. */
final class MoneyRetold implements Retold {

  private static final String REFUND = "refund-";
  private static final String DISPUTE = "dispute-";

  private final Figures figures = new Figures();

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
    figures.put(refund + ", state", state);
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
    return figures;
  }
}
