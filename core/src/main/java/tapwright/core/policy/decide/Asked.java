package tapwright.core.policy.decide;

/** What a claim still lacks, in words. */
public final class Asked {

  private Asked() {}

  /** What is asked for, as one asks a person for it. */
  public static String inWords(String missing) {
    return switch (missing) {
      case "order-number" -> "the order number";
      case "reason" -> "the reason in the customer's words";
      case "description" -> "a description of the problem";
      case "photo-product" -> "a photo of the product";
      case "photo-packaging" -> "a photo of the packaging";
      case "screenshot" -> "a screenshot";
      case "tracking" -> "the tracking number";
      case "owner-verified" -> "a message from the owner's address on file";
      case "written" -> "the request in writing";
      case "usage" -> "how often the cards were tapped and shared";
      case "line" -> "what kind of thing was ordered";
      case "plan" -> "which plan it is";
      case "term" -> "whether the plan is monthly, annual or longer";
      case "design" -> "whether the design is from the shelf or custom";
      case "purchasedAt" -> "when it was bought";
      default -> missing;
    };
  }
}
