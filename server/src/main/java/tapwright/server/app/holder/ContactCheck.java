package tapwright.server.app.holder;

import java.util.List;
import java.util.regex.Pattern;
import tapwright.core.wire.WireContact;
import tapwright.server.app.FieldError;
import tapwright.server.app.Shown;
import tapwright.server.app.card.Target;

/**
 * What a contact must be like; each fault is named with its field and value.
 *
 * @param line the row in what was sent; 0 where there are no rows
 * @param errors where the faults go
 */
public record ContactCheck(int line, List<FieldError> errors) {

  /** More than a chip or a label can hold, and enough for every name there is. */
  private static final int TEXT_LIMIT = 200;

  private static final int LINK_LIMIT = 2_000;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{3,40}");

  /** No part can match in two ways, so that no text takes longer than its length. */
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]++@[^\\s@.]++(?:\\.[^\\s@.]++)++");

  /** Control characters, and halves of surrogate pairs, which no encoding can carry. */
  private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  /** Looks at every field of the contact. */
  public void contact(WireContact contact) {
    if (contact.name().isBlank()) {
      wrong("name", contact.name(), "a name");
    }
    text("name", contact.name());
    text("title", contact.title());
    text("company", contact.company());
    text("phone", contact.phone());
    form("phone", contact.phone(), PHONE, "digits, spaces and + ( ) . / -, 3 to 40 of them");
    text("email", contact.email());
    form("email", contact.email(), EMAIL, "an address as name@example.com");
    link("url", contact.url());
  }

  /** Looks at a link that a card may lead to, or none. */
  public void link(String field, String value) {
    if (value.length() > LINK_LIMIT) {
      wrong(field, value, "at most " + LINK_LIMIT + " characters");
    } else if (!value.isEmpty()) {
      Target.allowedInsteadOf(value).ifPresent(allowed -> wrong(field, value, allowed));
    }
  }

  private void text(String field, String value) {
    if (value.length() > TEXT_LIMIT) {
      wrong(field, value, "at most " + TEXT_LIMIT + " characters");
    } else if (NO_TEXT.matcher(value).find()) {
      wrong(field, value, "text without control characters and halves of characters");
    }
  }

  private void form(String field, String value, Pattern form, String allowed) {
    boolean readable = !value.isEmpty() && value.length() <= TEXT_LIMIT;
    if (readable && !form.matcher(value).matches()) {
      wrong(field, value, allowed);
    }
  }

  private void wrong(String field, String value, String allowed) {
    errors.add(new FieldError(line, field, Shown.of(value), allowed));
  }
}
