package tapwright.server.app.account;

import tapwright.core.RefusalCode;

/** Why nobody signs in, or an account stays as it is. */
public enum AccountRefusal implements RefusalCode {
  /** No account of the seller has the name. */
  ACCOUNT_UNKNOWN("account-unknown", "account is {account}, allowed is one of: {allowed}"),
  /** An account of the seller has the name. */
  ACCOUNT_TAKEN("account-taken", "account is {account}, allowed is one that is not in use"),
  /** The text is no name of an account. */
  ACCOUNT_NAME(
      "account-name-invalid",
      "account is {account}, allowed are 1 to 80 letters a to z, digits and . @ _ + -, a letter or"
          + " digit first"),
  /** People have other roles than machines. */
  ROLE_MACHINES("account-role-invalid", "role is {role}, allowed are {allowed}"),
  /** NIST SP 800-63B: length is what counts. */
  PASSWORD_LENGTH(
      "password-length", "password has {seen} characters, allowed are {least} to {most}"),
  /** It is among the first that anybody tries. */
  PASSWORD_GUESSABLE(
      "password-guessable", "password is {seen}, allowed is one that nobody tries first"),
  /** Whatever of it does not fit: who guesses is not told what. */
  SIGN_IN_REFUSED(
      "sign-in-refused",
      "name, password and code open nothing, allowed are those of an account that is in force"),
  /** Too many tries failed, from this address or to this account. */
  SIGN_IN_BRAKED(
      "sign-in-braked", "too many tries failed, the next is allowed in {seconds} seconds"),
  /** More passwords wait to be compared than may. */
  SIGN_IN_BUSY("sign-in-busy", "too many sign in at once; nothing was done, send it again"),
  /** The code is not of the secret that was shown, or of another time. */
  CODE_REFUSED(
      "one-time-code-refused",
      "code is none of this moment's, allowed is what the phone shows now"),
  /** What was to be set up was shown to somebody else, or made up. */
  CODE_SETUP_REFUSED(
      "code-setup-refused", "setup opens nothing, allowed is what this server gave out last");

  private final String code;
  private final String template;

  AccountRefusal(String code, String template) {
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
