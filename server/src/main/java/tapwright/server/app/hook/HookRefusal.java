package tapwright.server.app.hook;

import tapwright.core.RefusalCode;

/** Why an endpoint or a delivery is not what was asked for. */
public enum HookRefusal implements RefusalCode {
  /** Nothing is sent to such an address. */
  URL_REFUSED("webhook-url-refused", "url is {url}, allowed is {allowed}"),
  /** A kind of events has another form. */
  KIND_INVALID(
      "webhook-kind-invalid",
      "event is {kind}, allowed are lower-case words joined by hyphens and full stops, up to 64"
          + " characters"),
  /** A seller has so many endpoints and no more. */
  COUNT("webhook-count", "the seller has {seen} webhooks, allowed are up to {allowed}"),
  /** No endpoint of this seller has the id. */
  WEBHOOK_UNKNOWN("webhook-unknown", "webhook is {webhook}, allowed is the id of one of yours"),
  /** Somebody changed it since it was looked at. */
  WEBHOOK_CHANGED(
      "webhook-changed", "version is {seen}, allowed is {allowed}, which the webhook has by now"),
  /** No delivery of this endpoint has the id. */
  DELIVERY_UNKNOWN(
      "delivery-unknown", "delivery is {delivery}, allowed is the id of one to this webhook"),
  /** What is on its way need not be sent again. */
  DELIVERY_WAITING("delivery-waiting", "delivery is waiting, allowed is one that is sent or dead");

  private final String code;
  private final String template;

  HookRefusal(String code, String template) {
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
