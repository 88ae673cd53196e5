package tapwright.server.app.order;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tapwright.core.card.CardState;
import tapwright.core.card.Slug;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tag.Uid;
import tapwright.server.app.FieldError;
import tapwright.server.app.SentInstant;
import tapwright.server.app.Shown;

/** What lines of cards that are out must be like; each fault is named with its row and field. */
final class AdoptCheck {

  /** 4, 7 or 10 bytes (ISO/IEC 14443-3 section 6.5.4). */
  private static final Pattern UID =
      Pattern.compile("(?:[0-9A-Fa-f]{2}){4}(?:(?:[0-9A-Fa-f]{2}){3}){0,2}");

  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9 /._-]{0,40}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");

  /** Read counters have 24 bits (NTAG213/215/216 data sheet, section 8.7). */
  private static final int COUNTER_LIMIT = 0xFFFFFF;

  private static final Slug NO_SLUG = new Slug("0000000000");
  private static final Uid NO_UID = Uid.ofHex("00000000");

  private final Instant now;
  private final List<FieldError> errors = new ArrayList<>();
  private final Set<Slug> slugs = new HashSet<>();
  private final Set<Uid> uids = new HashSet<>();

  AdoptCheck(Instant now) {
    this.now = now;
  }

  /** The cards of the lines; to be used only where nothing is wrong with any. */
  List<AdoptedCard> cards(List<AdoptLine> lines) {
    return lines.stream().map(this::card).toList();
  }

  List<FieldError> errors() {
    return errors;
  }

  private AdoptedCard card(AdoptLine line) {
    Optional<Instant> activatedAt = instant(line, "activatedAt");
    Instant issuedAt = instant(line, "issuedAt").or(() -> activatedAt).orElse(now);
    CardState state = state(line, activatedAt.isPresent());
    if (activatedAt.filter(issuedAt::isAfter).isPresent()) {
      wrong(line, "issuedAt", "an instant up to activatedAt");
    }
    int taps = number(line, "taps", 0);
    sold(line);
    return new AdoptedCard(
        line.order(),
        slug(line),
        uid(line),
        model(line),
        state,
        issuedAt,
        activatedAt,
        taps,
        number(line, "counter", Math.min(taps, COUNTER_LIMIT)),
        line.field("locked").equals("true"));
  }

  /** What a policy counts from must be known; what the chip signs with is known to nobody here. */
  private void sold(AdoptLine line) {
    OrderLine order = line.order();
    if (!order.pack().isEmpty() && !order.facts().containsKey(AdoptCards.PURCHASED_AT)) {
      errors.add(
          new FieldError(
              order.line(),
              AdoptCards.PURCHASED_AT,
              "nothing",
              "when it was bought, since it was sold under a pack"));
    }
    if (order.chip().counting() == LinkCounting.SUN) {
      errors.add(new FieldError(order.line(), "counting", "sun", "none or mirror"));
    }
  }

  private Slug slug(AdoptLine line) {
    Optional<Slug> slug = Slug.parse(line.field("slug"));
    if (slug.isEmpty()) {
      wrong(line, "slug", Slug.LENGTH + " digits of Crockford's base 32");
    } else if (!slugs.add(slug.get())) {
      wrong(line, "slug", "one that no other row has");
    }
    return slug.orElse(NO_SLUG);
  }

  private Uid uid(AdoptLine line) {
    if (!UID.matcher(line.field("uid")).matches()) {
      wrong(line, "uid", "8, 14 or 20 hexadecimal digits");
      return NO_UID;
    }
    Uid uid = Uid.ofHex(line.field("uid"));
    if (!uids.add(uid)) {
      wrong(line, "uid", "one that no other row has");
    }
    return uid;
  }

  private String model(AdoptLine line) {
    if (!MODEL.matcher(line.field("model")).matches()) {
      wrong(line, "model", "up to 40 letters, digits, spaces and / . _ -");
    }
    return line.field("model");
  }

  private CardState state(AdoptLine line, boolean wasActivated) {
    return switch (line.field("state")) {
      case "issued" -> {
        if (wasActivated) {
          wrong(line, "activatedAt", "none for a card that is issued and not active");
        }
        yield CardState.ISSUED;
      }
      case "active" -> {
        if (line.field("activatedAt").isEmpty()) {
          wrong(line, "activatedAt", "when the card came into use, since it is active");
        }
        yield CardState.ACTIVE;
      }
      case "revoked" -> CardState.REVOKED;
      default -> {
        wrong(line, "state", "issued, active or revoked");
        yield CardState.REVOKED;
      }
    };
  }

  private Optional<Instant> instant(AdoptLine line, String field) {
    String text = line.field(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Instant> at = Optional.of(OffsetDateTime.parse(text).toInstant());
      if (SentInstant.refusal(at, now).isPresent()) {
        wrong(line, field, "an instant since 2000 that is not to come");
      }
      return at;
    } catch (DateTimeException e) {
      wrong(line, field, "an instant as 2026-03-04T23:59:59+05:30");
      return Optional.empty();
    }
  }

  private int number(AdoptLine line, String field, int otherwise) {
    String text = line.field(field);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > COUNTER_LIMIT) {
      wrong(line, field, "a whole number up to " + COUNTER_LIMIT);
      return otherwise;
    }
    return Integer.parseInt(text);
  }

  private void wrong(AdoptLine line, String field, String allowed) {
    String seen = line.field(field);
    errors.add(
        new FieldError(
            line.order().line(), field, seen.isEmpty() ? "nothing" : Shown.of(seen), allowed));
  }
}
