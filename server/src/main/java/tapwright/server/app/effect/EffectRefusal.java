package tapwright.server.app.effect;

import tapwright.core.RefusalCode;

/** Why a task is not carried out by the server; it stays open. */
public enum EffectRefusal implements RefusalCode {
  /** Somebody has to choose first. */
  FOR_PEOPLE(
      "task-for-people",
      "task {task} is {effect}, which somebody has to choose or to confirm; allowed are {allowed}"),
  /** Nobody subscribed to anything. */
  NO_SUBSCRIPTION(
      "task-no-subscription",
      "neither order {order} nor its account has a subscription; allowed is a task of one that"
          + " has"),
  /** It could be the card or the account's plan that ends. */
  LINE_UNSAID(
      "task-line-unsaid",
      "nobody said whether claim {claim} is about goods or about subscription {subscription};"
          + " allowed is a claim that says line, or to cancel it and say that the task is done"),
  /** The plan's set-up fee was charged before anybody said that it is not owed. */
  SET_UP_CHARGED(
      "task-set-up-charged",
      "charge {charge} of subscription {subscription} is a set-up fee that is {state}; allowed is"
          + " a plan that owes none"),
  /** No money is on record that could go back. */
  NOTHING_CAPTURED(
      "task-nothing-captured",
      "nothing was captured for order {order}; allowed is an order with a captured line"),
  /** Several lines were paid. */
  LINE_NEEDED(
      "task-line-needed",
      "lines is nothing, allowed is which of these lines of order {order} the money goes back"
          + " for: {allowed}"),
  /** What came in for the lines is gone, by whatever way. */
  NOTHING_LEFT(
      "task-nothing-left",
      "nothing is left of {lines} of order {order} that could go back; allowed is another captured"
          + " line, or to say that the task is done"),
  /** A part goes back, and nobody has said how much. */
  AMOUNT_UNSAID(
      "task-amount-unsaid",
      "the claim's word is {outcome} without an amount; allowed is a ruling or an override that"
          + " names one"),
  /** The provider did not make it; a person looks before it is asked again. */
  REFUND_NOT_MADE(
      "task-refund-not-made",
      "refund {refund} is {state}; allowed is that a person asks for another one"),
  /** The free tier would leave the plan as dear as it is. */
  OFFER_NEEDED(
      "task-offer-needed",
      "offer is nothing and subscription {subscription} goes on; allowed is the plan that it is"
          + " from the end of its term on"),
  /** What another claim did is not taken back by this one. */
  STOPPED_ELSEWHERE(
      "task-stopped-elsewhere",
      "task {task} of claim {claim}, which is {state}, stopped or downgraded card {card} as well;"
          + " allowed is to restore it once that claim is closed, or restores it itself"),
  /** What is out goes on: a hold is no suspension. */
  CARD_OUT(
      "task-card-out",
      "card {card} is {state}; a hold keeps back what is not given out yet, allowed is a card that"
          + " is {allowed}"),
  /** The same goods are to be sent again. */
  PARCEL_HERE(
      "task-parcel-here",
      "card {card} is {shipping}: send it again, then say that it is done; allowed is a card that"
          + " is not at hand"),
  /** The card never spoke for anybody. */
  NOBODY_KNOWN(
      "task-nobody-known",
      "card {card} speaks for nobody; allowed is one that speaks for a person"),
  /** The word is in dispute, so the server waits for people. */
  APPEALED("task-appealed", "the claim is {state}; allowed is one whose word nobody contests"),
  /** More is known than the word in force was taken on, so the server waits for people. */
  WOULD_DIFFER(
      "task-would-now-differ",
      "decision {other} on all that is known now differs from what is in force; allowed is a claim"
          + " that people ruled since, or that they carry it out"),
  /** The setting does not name it any more. */
  NOT_NAMED(
      "task-not-named",
      "carries-out does not name {effect}; allowed is one that it names, or that people carry it"
          + " out"),
  /** The world failed each time. */
  GIVEN_UP("task-given-up", "the server began {tries} times; allowed are fewer, so a person looks");

  private final String code;
  private final String template;

  EffectRefusal(String code, String template) {
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
