package tapwright.server.app.holder;

import tapwright.core.RefusalCode;

/** Why a person's data is not deleted. */
public enum HolderRefusal implements RefusalCode {
  /** Nobody has asked for it. */
  DELETION_NOT_ASKED(
      "deletion-not-asked",
      "no deletion of holder {holder} waits to be confirmed; allowed is one that was asked for"),
  /** It was asked for too long ago. */
  DELETION_ENDED(
      "deletion-request-ended",
      "the request to delete holder {holder} ended at {until}; allowed is one that waits still, so"
          + " ask again"),
  /** The code is that of another request, or of none. */
  DELETION_CODE(
      "deletion-code-refused",
      "the code does not confirm the deletion of holder {holder}; allowed is the one that the last"
          + " request was answered with"),
  /** Somebody is owed something yet, for which the person must be known. */
  DELETION_STANDS_OPEN(
      "deletion-stands-open",
      "against the deletion of holder {holder} stands {seen}; allowed is none, and each says when"
          + " it is over");

  private final String code;
  private final String template;

  HolderRefusal(String code, String template) {
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
