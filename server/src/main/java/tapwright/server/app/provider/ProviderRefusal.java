package tapwright.server.app.provider;

import tapwright.core.RefusalCode;

/** Why nobody signs in by an identity provider, or its settings stay as they are. */
public enum ProviderRefusal implements RefusalCode {
  /** A setting has another form. */
  SETTING_INVALID("provider-setting-invalid", "{setting} is {seen}, allowed is {allowed}"),
  /** The first seller is met at the server's own host, any other at one of its own. */
  HOST_MISSING(
      "provider-host-missing",
      "seller {seller} has no host, allowed are sellers with one of their own; name it with"
          + " 'seller host'"),
  /** The seller has no provider, or the host is no seller's. */
  PROVIDER_MISSING(
      "provider-missing", "no identity provider is set up for {seller}, allowed is one that is"),
  /** It does not answer in time, or not as OpenID Connect has it. */
  PROVIDER_AWAY(
      "provider-away", "the identity provider does not answer as it must; try again in a moment"),
  /** Begun in another browser, for another host, too long ago, or not at all. */
  STATE_REFUSED(
      "provider-state-refused",
      "this sign-in was not begun here, allowed is one that this browser began in the last"
          + " {minutes} minutes; begin anew"),
  /** The provider says that nobody is let in, or the person did not want to. */
  DENIED("provider-denied", "the identity provider let nobody in; begin anew"),
  /** What came from the provider is none of its good answers to this sign-in. */
  ANSWER_REFUSED(
      "provider-answer-refused",
      "the identity provider's answer is not good for this sign-in: {what}; begin anew"),
  /** The person is in no group or domain that may sign in. */
  NOT_ADMITTED(
      "provider-not-admitted",
      "this person may not sign in here, allowed are those of the seller's domains and group"),
  /** The person is in no group that has a role. */
  ROLE_MISSING(
      "provider-role-missing",
      "this person has no role here, allowed is a group to which the seller gave one"),
  /** A new account takes its name from a proven e-mail address. */
  NAME_MISSING(
      "provider-name-missing",
      "the provider names no proven e-mail address that can be the name of an account, allowed is"
          + " one of up to 80 characters"),
  /** An address alone makes nobody the owner of an account. */
  ACCOUNT_TAKEN(
      "provider-account-taken",
      "an account of this name is there already, allowed is one that an admin bound to this person"
          + " with 'user bind'"),
  /** The account is disabled. */
  ACCOUNT_SHUT("provider-account-shut", "the account is shut, allowed is one in force"),
  /** Another account is bound to the subject. */
  SUBJECT_TAKEN(
      "provider-subject-taken",
      "this subject is {account}'s, allowed is one that is bound to no other account; 'user unbind'"
          + " frees it");

  private final String code;
  private final String template;

  ProviderRefusal(String code, String template) {
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
