package tapwright.server.app.claim;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.ReturnCause;
import tapwright.server.app.FieldError;
import tapwright.server.app.SentInstant;
import tapwright.server.app.Shown;
import tapwright.server.record.goods.CarrierScan;

/** Whether scans can be taken, field by field. */
final class ScanCheck {

  private static final int LONGEST_NAME = 80;

  private final Instant now;
  private final List<FieldError> errors = new ArrayList<>();

  ScanCheck(Instant now) {
    this.now = now;
  }

  List<FieldError> errors() {
    return List.copyOf(errors);
  }

  void check(SentScan scan) {
    named(scan.line(), "scanId", scan.scanId());
    named(scan.line(), "carrier", scan.carrier());
    if (CardId.parse(scan.cardId()).isEmpty()) {
      unknownCard(scan);
    }
    if (kind(scan).isEmpty()) {
      wrong(scan.line(), "kind", scan.kind(), Word.list(List.of(CarrierScan.Kind.values())));
    }
    if (!scan.cause().isEmpty() && cause(scan).isEmpty()) {
      wrong(scan.line(), "cause", scan.cause(), Word.list(List.of(ReturnCause.values())));
    }
    if (at(scan).isEmpty()) {
      wrong(scan.line(), "at", scan.at(), "an instant as 2026-03-04T23:59:59+05:30, not to come");
    }
  }

  void unknownCard(SentScan scan) {
    wrong(scan.line(), "cardId", scan.cardId(), "the id of a card of yours");
  }

  private void named(int line, String field, String value) {
    if (value.isBlank() || value.length() > LONGEST_NAME) {
      wrong(line, field, value, "1 to " + LONGEST_NAME + " characters");
    }
  }

  private void wrong(int line, String field, String value, String allowed) {
    errors.add(new FieldError(line, field, Shown.of(value), allowed));
  }

  static Optional<CarrierScan.Kind> kind(SentScan scan) {
    return Word.find(List.of(CarrierScan.Kind.values()), scan.kind());
  }

  static Optional<ReturnCause> cause(SentScan scan) {
    return Word.find(List.of(ReturnCause.values()), scan.cause());
  }

  Optional<Instant> at(SentScan scan) {
    try {
      Optional<Instant> at = Optional.of(OffsetDateTime.parse(scan.at()).toInstant());
      return SentInstant.refusal(at, now).isPresent()
          ? Optional.empty()
          : Optional.of(SentInstant.of(at, now));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
