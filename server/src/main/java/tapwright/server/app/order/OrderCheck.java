package tapwright.server.app.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.notice.MailLanguage;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;
import tapwright.core.wire.WireContact;
import tapwright.server.app.FieldError;
import tapwright.server.app.Shown;
import tapwright.server.app.card.Target;
import tapwright.server.app.claim.FactSheet;

/** What lines of an order must be like; each fault is named with its row, field and value. */
final class OrderCheck {

  /** More than a chip or a label can hold, and enough for every name there is. */
  private static final int TEXT_LIMIT = 200;

  private static final int LINK_LIMIT = 2_000;
  private static final Pattern ORDER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/#-]{0,63}");

  /** The shop's own key; a mail address would be the person in clear. */
  private static final Pattern ACCOUNT =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} &&[^@\uFF20]]{0,64}");

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{3,40}");

  /** No part can match in two ways, so that no text takes longer than its length. */
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]++@[^\\s@.]++(?:\\.[^\\s@.]++)++");

  /** Control characters, and halves of surrogate pairs, which no encoding can carry. */
  private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  private final List<FieldError> errors = new ArrayList<>();

  private final Packs known;

  private OrderCheck(Packs known) {
    this.known = known;
  }

  /** Everything that is wrong with the lines; empty when they can be taken. */
  static List<FieldError> errorsOf(List<OrderLine> lines, Packs known) {
    OrderCheck check = new OrderCheck(known);
    Map<String, OrderLine> firsts = new LinkedHashMap<>();
    for (OrderLine line : lines) {
      check.line(line);
      OrderLine first = firsts.getOrDefault(line.order(), line);
      firsts.put(line.order(), first);
      check.asFirst(line, "pack", line.pack(), first.pack());
      check.asFirst(line, "account", line.account(), first.account());
      check.asFirst(line, "language", line.language(), first.language());
    }
    return check.errors;
  }

  /** An order is one: what is said of it is said alike in all its lines. */
  private void asFirst(OrderLine line, String field, String value, String first) {
    if (!value.equals(first)) {
      wrong(line, field, value, "the " + field + " of the order's first line, " + Shown.of(first));
    }
  }

  private void line(OrderLine line) {
    WireContact contact = line.contact();
    if (contact.name().isBlank()) {
      wrong(line, "name", contact.name(), "a name");
    }
    text(line, "name", contact.name());
    text(line, "title", contact.title());
    text(line, "company", contact.company());
    text(line, "phone", contact.phone());
    form(line, "phone", contact.phone(), PHONE, "digits, spaces and + ( ) . / -, 3 to 40 of them");
    text(line, "email", contact.email());
    form(line, "email", contact.email(), EMAIL, "an address as name@example.com");
    link(line, "url", contact.url());
    link(line, "target", line.target());
    if (!ORDER.matcher(line.order()).matches()) {
      wrong(line, "order", line.order(), "1 to 64 letters, digits and . _ / # -");
    }
    if (!ACCOUNT.matcher(line.account()).matches()) {
      wrong(line, "account", line.account(), "up to 64 printable characters without @");
    }
    if (!line.pack().isEmpty() && known.find(line.pack()).isEmpty()) {
      wrong(line, "pack", line.pack(), "one of " + ids());
    }
    if (!line.language().isEmpty() && MailLanguage.of(line.language()).isEmpty()) {
      wrong(line, "language", line.language(), "one of " + MailLanguage.tags());
    }
    if (line.chip().password() && line.chip().counting() == LinkCounting.SUN) {
      wrong(line, "protect.password", "true", "none with counting sun, whose chips have keys");
    }
    for (FieldError error : FactSheet.errorsOf(line.facts())) {
      wrong(line, error.field(), error.value(), error.allowed());
    }
  }

  private String ids() {
    return known.all().stream().map(Pack::id).distinct().collect(Collectors.joining(", "));
  }

  private void text(OrderLine line, String field, String value) {
    if (value.length() > TEXT_LIMIT) {
      wrong(line, field, value, "at most " + TEXT_LIMIT + " characters");
    } else if (NO_TEXT.matcher(value).find()) {
      wrong(line, field, value, "text without control characters and halves of characters");
    }
  }

  private void form(OrderLine line, String field, String value, Pattern form, String allowed) {
    boolean readable = !value.isEmpty() && value.length() <= TEXT_LIMIT;
    if (readable && !form.matcher(value).matches()) {
      wrong(line, field, value, allowed);
    }
  }

  private void link(OrderLine line, String field, String value) {
    if (value.length() > LINK_LIMIT) {
      wrong(line, field, value, "at most " + LINK_LIMIT + " characters");
    } else if (!value.isEmpty()) {
      Target.allowedInsteadOf(value).ifPresent(allowed -> wrong(line, field, value, allowed));
    }
  }

  private void wrong(OrderLine line, String field, String value, String allowed) {
    errors.add(new FieldError(line.line(), field, Shown.of(value), allowed));
  }
}
