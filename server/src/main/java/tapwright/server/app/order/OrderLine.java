package tapwright.server.app.order;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tapwright.core.wire.WireContact;

/**
 * One card that a shop orders, as it was sent.
 *
 * @param line the row in what was sent, from 1
 * @param order the shop's order number; lines of one number are one order
 * @param account the shop's own key for its customer, whose orders count together; may be empty
 * @param pack the policy that it is sold under; may be empty
 * @param contact whom the card speaks for
 * @param target where its links shall lead; empty for the contact's own link
 * @param chip what is asked of its chip
 * @param facts what the shop says of the purchase, by the names that policies use
 * @param expiresAt when the card's time is over; empty for never
 * @param language the tag of the language that the customer is written to in; may be empty
 */
public record OrderLine(
    int line,
    String order,
    String account,
    String pack,
    WireContact contact,
    String target,
    ChipOrder chip,
    Map<String, String> facts,
    Optional<Instant> expiresAt,
    String language) {

  public OrderLine {
    facts = Map.copyOf(facts);
  }

  /** A line of an order that is an account of its own. */
  public OrderLine(
      int line,
      String order,
      String pack,
      WireContact contact,
      String target,
      ChipOrder chip,
      Map<String, String> facts) {
    this(line, order, "", pack, contact, target, chip, facts);
  }

  /** A line that says nothing of a language, whose card's time is never over. */
  public OrderLine(
      int line,
      String order,
      String account,
      String pack,
      WireContact contact,
      String target,
      ChipOrder chip,
      Map<String, String> facts) {
    this(line, order, account, pack, contact, target, chip, facts, Optional.empty(), "");
  }

  /** Where the card's links lead: the target, or else the contact's link; empty for neither. */
  String leadsTo() {
    return target.isEmpty() ? contact.url() : target;
  }
}
