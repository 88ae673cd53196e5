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
import tapwright.server.app.FieldError;
import tapwright.server.app.Shown;
import tapwright.server.app.claim.FactSheet;
import tapwright.server.app.holder.ContactCheck;

/** What lines of an order must be like; each fault is named with its row, field and value. */
final class OrderCheck {

  private static final Pattern ORDER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/#-]{0,63}");

  /** The shop's own key; a mail address would be the person in clear. */
  private static final Pattern ACCOUNT =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} &&[^@\uFF20]]{0,64}");

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
    ContactCheck check = new ContactCheck(line.line(), errors);
    check.contact(line.contact());
    check.link("target", line.target());
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

  private void wrong(OrderLine line, String field, String value, String allowed) {
    errors.add(new FieldError(line.line(), field, Shown.of(value), allowed));
  }
}
