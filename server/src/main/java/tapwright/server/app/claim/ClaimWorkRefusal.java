package tapwright.server.app.claim;

import tapwright.core.RefusalCode;

/** Why something is not done about a claim, its files, its tasks or its goods. */
public enum ClaimWorkRefusal implements RefusalCode {
  /** Somebody else was faster. */
  VERSION_CHANGED(
      "claim-version-changed",
      "version is {seen}, allowed is {allowed}: the claim has changed, look at it again"),
  /** There is no key under which a customer's words could be kept. */
  HOLDER_GONE(
      "claim-holder-gone",
      "card {card} speaks for nobody, or for nobody any more; allowed is a claim without words,"
          + " files and label, since these are kept under the key of a holder"),
  /** No file of the claim has the id. */
  EVIDENCE_UNKNOWN(
      "evidence-unknown", "evidence is {evidence}, allowed is the id of a file of the claim"),
  /** The file is none that is taken, whatever it is called. */
  EVIDENCE_TYPE(
      "evidence-type",
      "the file begins with {seen}; allowed are PNG, JPEG, PDF, and text in UTF-8 without control"
          + " characters"),
  /** The file is larger than may be, or empty. */
  EVIDENCE_SIZE("evidence-size", "the file has {seen} bytes, allowed are 1 to {allowed}"),
  /** What was sent is no file. */
  EVIDENCE_CODING("evidence-coding", "content is no base64 (RFC 4648 section 4); allowed is that"),
  /** No task of the claim has the number. */
  TASK_UNKNOWN("task-unknown", "task is {task}, allowed is the number of a task of the claim"),
  /** The task came to its end before. */
  TASK_ENDED("task-ended", "task {task} is {state} already, allowed is one that is open"),
  /** What was promised is not done yet. */
  TASKS_OPEN(
      "claim-tasks-open",
      "open tasks of the claim: {tasks}; allowed is to close it once each is done or dropped, or"
          + " with dropTasks true, which drops them"),
  /** No return of this seller has the number. */
  RMA_UNKNOWN("rma-unknown", "return is {rma}, allowed is the number of a return of yours"),
  /** One return is open already. */
  RMA_OPEN(
      "rma-open-already",
      "return {rma} of the claim is {state}; allowed is another once that one is disposed, expired"
          + " or cancelled"),
  /** The return cannot end before it begins. */
  RMA_EXPIRY("rma-expiry", "expiresAt is {seen}, allowed is an instant after {allowed}"),
  /** The amount is none. */
  AMOUNT("ruling-amount", "amount is {seen}, allowed is an amount and a currency as 49.00 INR"),
  /** More scans than one request may hold, or none. */
  SCAN_COUNT("scan-count", "there are {seen} scans, allowed are 1 to {allowed}"),
  /** At least one scan cannot be taken, so none was. */
  SCANS_INVALID("scans-invalid", "{count} of scans cannot be taken; nothing was kept");

  private final String code;
  private final String template;

  ClaimWorkRefusal(String code, String template) {
    this.code = code;
    this.template = template;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }
}
