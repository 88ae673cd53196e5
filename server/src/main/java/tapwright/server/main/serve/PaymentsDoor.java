package tapwright.server.main.serve;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tapwright.server.app.effect.CarryOut;
import tapwright.server.app.money.KeepBooks;
import tapwright.server.app.money.PayRefund;
import tapwright.server.app.money.Payments;
import tapwright.server.app.money.ReconcileRefunds;
import tapwright.server.app.money.RefundLimits;
import tapwright.server.app.money.RefundLine;
import tapwright.server.app.money.ReserveRefunds;
import tapwright.server.app.money.TakeNotice;
import tapwright.server.http.Api;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.Settings;
import tapwright.server.pay.FilePayments;
import tapwright.server.pay.HttpNotices;
import tapwright.server.pay.HttpPayments;

/**
 * The way to whoever holds the customers' payments, with the thread and the connections it takes.
 *
 * @param cases what is done to money
 * @param paying how money goes back because of claims
 * @param reconcile what finds out about refunds of which nobody knows
 */
record PaymentsDoor(
    Api.MoneyCases cases,
    CarryOut.Paying paying,
    ReconcileRefunds reconcile,
    ExecutorService disk,
    HttpClient client)
    implements AutoCloseable {

  /** The journal of refunds in the state folder, where no provider is set. */
  static final String JOURNAL = "payments.jsonl";

  /**
   * What whoever runs the server says of payments.
   *
   * @param account at a provider; absent for a journal in the state folder
   * @param noticeSecret by which the provider signs what it tells
   * @param limits up to which sum support may refund
   */
  record Wish(
      Optional<HttpPayments.Account> account, Optional<String> noticeSecret, RefundLimits limits) {

    /** A journal, no notices, no limits. */
    static final Wish PLAIN = new Wish(Optional.empty(), Optional.empty(), RefundLimits.NONE);

    static Wish of(Settings settings) {
      Duration limit = Duration.ofSeconds(settings.get(ServerSettings.PAYMENTS_SECONDS));
      return new Wish(
          settings
              .find(ServerSettings.PAYMENTS_URL)
              .map(
                  url ->
                      new HttpPayments.Account(
                          url, settings.get(ServerSettings.PAYMENTS_KEY), limit)),
          settings.find(ServerSettings.PAYMENTS_NOTICE_SECRET),
          settings
              .find(ServerSettings.REFUND_LIMITS)
              .map(RefundLimits::of)
              .orElse(RefundLimits.NONE));
    }
  }

  static PaymentsDoor open(Installation installation, Wish wish) {
    ExecutorService disk =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("payments").daemon().factory());
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    Payments payments =
        wish.account()
            .<Payments>map(account -> new HttpPayments(client, account))
            .orElseGet(() -> new FilePayments(installation.folder().resolve(JOURNAL), disk));
    ReserveRefunds reserve = new ReserveRefunds(wish.limits());
    PayRefund pay = new PayRefund(installation.store(), payments, installation.clock());
    return new PaymentsDoor(
        new Api.MoneyCases(
            new KeepBooks(installation.store(), installation.clock()),
            new RefundLine(
                installation.store(),
                pay,
                new RefundLine.Terms(reserve, installation.ids()),
                installation.clock()),
            new TakeNotice(
                installation.store(), new HttpNotices(wish.noticeSecret()), installation.clock())),
        new CarryOut.Paying(reserve, pay, installation.ids()),
        new ReconcileRefunds(installation.store(), pay, installation.clock()),
        disk,
        client);
  }

  /** Calls that run are ended: what they would have told is asked for again. */
  @Override
  public void close() {
    client.shutdownNow();
    disk.shutdown();
  }
}
