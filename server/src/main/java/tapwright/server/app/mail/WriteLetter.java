package tapwright.server.app.mail;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.notice.MailLanguage;
import tapwright.core.notice.MailOutcome;
import tapwright.core.wire.WireContact;
import tapwright.server.record.Records;
import tapwright.server.record.card.ContactSeal;
import tapwright.server.record.card.SealedContact;
import tapwright.server.record.mail.Mail;
import tapwright.server.record.order.Order;

/** Writes a mail to whom a card speaks for, in the language of the order, within a transaction. */
final class WriteLetter {

  private static final Logger LOG = LoggerFactory.getLogger(WriteLetter.class);

  private static final String MISSING = "missing";

  /** What only whoever runs the server can bring. */
  private static final Pattern HOLIDAYS = Pattern.compile("holidays \\d+");

  private final ContactSeal seal;
  private final MailPhrases phrases;

  WriteLetter(ContactSeal seal, MailPhrases phrases) {
    this.seal = seal;
    this.phrases = phrases;
  }

  /** The letter; empty where nobody is known by an address, or nobody any more. */
  Optional<MailPost.Letter> of(Records records, Mail mail) {
    return records
        .contacts()
        .sealed(mail.seller(), mail.card())
        .flatMap(kept -> opened(kept, mail))
        .filter(contact -> !contact.email().isBlank())
        .map(contact -> letter(records, mail, contact));
  }

  /** One that does not open stands in no other mail's way. */
  private Optional<WireContact> opened(SealedContact kept, Mail mail) {
    try {
      return Optional.of(seal.open(kept, mail.seller(), mail.card()));
    } catch (IllegalStateException damaged) {
      LOG.error("the contact of card {} is on record but cannot be opened", mail.card(), damaged);
      return Optional.empty();
    }
  }

  private MailPost.Letter letter(Records records, Mail mail, WireContact contact) {
    Order order =
        records
            .cards()
            .byId(mail.seller(), mail.card())
            .flatMap(card -> records.orders().byId(mail.seller(), card.orderId()))
            .orElseThrow();
    MailLanguage language = language(records, order);
    Map<String, String> values = new HashMap<>(mail.detail());
    values.put("name", contact.name());
    values.put("order", order.number());
    values.put("claim", mail.detail().getOrDefault("claimId", mail.event()));
    values.remove("outcome");
    MailOutcome.of(mail.detail().getOrDefault("outcome", ""))
        .ifPresent(outcome -> values.put("outcome", phrases.outcome(outcome, language)));
    values.remove(MISSING);
    missing(mail.detail().getOrDefault(MISSING, ""), language)
        .ifPresent(missing -> values.put(MISSING, missing));
    return new MailPost.Letter(
        mail.id(), contact.email().strip(), phrases.template(mail.kind(), language).render(values));
  }

  /** As a list in the language; empty where nothing is asked of the customer. */
  private Optional<String> missing(String words, MailLanguage language) {
    List<String> said =
        Arrays.stream(words.split(", ", -1))
            .filter(word -> !word.isBlank() && !HOLIDAYS.matcher(word).matches())
            .map(word -> phrases.evidence(word, language).orElse(word.replace('-', ' ')))
            .toList();
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(phrases.comma(language), said));
  }

  private static MailLanguage language(Records records, Order order) {
    return MailLanguage.of(order.language())
        .or(() -> MailLanguage.of(records.sellers().language(order.seller())))
        .orElse(MailLanguage.ENGLISH);
  }
}
