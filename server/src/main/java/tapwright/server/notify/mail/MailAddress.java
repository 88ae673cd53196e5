package tapwright.server.notify.mail;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that a mail can be sent to, as the wire has it: in ASCII, with a domain in other
 * letters as IDNA has it (RFC 3490).
 *
 * <p>What stands before the @ is ASCII or no address: other letters there need mail servers with
 * SMTPUTF8 (RFC 6531) all the way.
 *
 * @param text with nothing that would end a header or a command, or name a second receiver
 */
record MailAddress(String text) {

  /** Of a whole address (RFC 5321 section 4.5.3.1.3, without the angle brackets). */
  private static final int LONGEST = 254;

  /** Atoms with full stops between (RFC 5322 section 3.2.3); nobody quotes what is before the @. */
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

  private static final Pattern DOMAIN =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

  /** The address that the text is; empty where no mail can be sent to it. */
  static Optional<MailAddress> of(String text) {
    int at = text.lastIndexOf('@');
    return at < 1
        ? Optional.empty()
        : domain(text.substring(at + 1))
            .map(domain -> text.substring(0, at) + "@" + domain)
            .filter(address -> address.length() <= LONGEST)
            .filter(address -> LOCAL.matcher(text.substring(0, at)).matches())
            .map(MailAddress::new);
  }

  private static Optional<String> domain(String text) {
    try {
      return Optional.of(IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES))
          .filter(domain -> DOMAIN.matcher(domain).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
