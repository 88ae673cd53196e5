package tapwright.server.main.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tapwright.core.claim.PlannedTask;
import tapwright.core.policy.Money;
import tapwright.server.front.AddressRange;
import tapwright.server.notify.mail.SmtpPlace;

/**
 * Every setting of a server, declared once: flags, variables, keys, help and page come from here.
 */
public final class ServerSettings {

  /** The writer takes an agent for known until its UTC day is over, so it must stay that long. */
  private static final int FEWEST_DAYS = 2;

  /** A hundred years, which is for ever and still a time that the record can name. */
  private static final int MOST_DAYS = 36_500;

  /** The same as a length of time. */
  public static final Duration LONGEST_KEPT = Duration.ofDays(MOST_DAYS);

  /** What a station keeps at hand, to work while the server is away. */
  private static final int FEWEST_STATION_JOBS = 50;

  private static final int MAX_PORT = 65_535;

  /** Twice that is less than it takes until somebody else takes the refund up. */
  private static final int MOST_PAYMENT_SECONDS = 50;

  /** A talk has up to a dozen answers, and a node has five minutes for a mail. */
  private static final int MOST_MAIL_SECONDS = 25;

  /** More than any person waits for. */
  private static final int MOST_SECONDS = 3_600;

  /** A day: who confirms later should look again at what goes. */
  private static final int MOST_DELETION_MINUTES = 1_440;

  /** Longer than any balancer takes to look twice. */
  private static final int MOST_STOP_SECONDS = 300;

  /** A month: deadlines of policies are hardly longer. */
  private static final int MOST_WARNING_HOURS = 720;

  private static final int MOST_RMA_DAYS = 365;

  /** In base64, with what stands around it, that is just below what a request's body may have. */
  private static final int MOST_EVIDENCE_KIBIBYTES = 2_900;

  public static final Setting<String> DB =
      Setting.of(
          "db",
          Kind.record(),
          "(tapwright.db in the state folder)",
          "The record: jdbc:sqlite:FILE, or jdbc:postgresql://HOST/NAME for many servers.");

  public static final Setting<String> DB_USER =
      Setting.of(
          "db-user", Kind.text("NAME", "a name"), "(what the URL says)", "Who asks the database.");

  public static final Setting<String> DB_PASSWORD =
      Setting.secret("db-password", "The password of db-user.");

  public static final Setting<Path> POLICIES =
      Setting.of(
          "policies",
          Kind.path("DIR"),
          "(policies in the state folder)",
          "A folder of packs beside the shipped ones.");

  public static final Setting<String> HOST =
      Setting.of(
          "host",
          Kind.text("ADDRESS", "an address of this machine"),
          "127.0.0.1",
          "On which address to listen.");

  public static final Setting<Integer> PORT =
      Setting.of("port", Kind.whole(0, MAX_PORT), "8080", "Where to listen; 0 for any free port.");

  public static final Setting<URI> PUBLIC_URL =
      Setting.of(
          "public-url",
          Kind.web(),
          "(the address that is listened on)",
          "What cards' links begin with.");

  public static final Setting<Path> TLS_CERTIFICATE =
      Setting.of(
          "tls-certificate",
          Kind.path("FILE"),
          "(no TLS)",
          "The certificate and those that it hangs on, as PEM; read again when it changes.");

  public static final Setting<Path> TLS_KEY =
      Setting.of(
          "tls-key",
          Kind.path("FILE"),
          "(no TLS)",
          "The private key of the certificate, as PEM without a password.");

  public static final Setting<Integer> REDIRECT_PORT =
      Setting.of(
          "redirect-port",
          Kind.whole(0, MAX_PORT),
          "(no second port)",
          "With TLS: a port for plain HTTP whose requests are sent on to public-url.");

  public static final Setting<List<AddressRange>> TRUSTED_PROXIES =
      Setting.of(
          "trusted-proxies",
          Kind.addresses(),
          "(none)",
          "Whose X-Forwarded-Proto and X-Forwarded-For are believed.");

  public static final Setting<Integer> MAX_CONNECTIONS =
      Setting.of(
          "max-connections",
          Kind.whole(16, 1_000_000),
          "10000",
          "How many connections are open at once; one more is closed.");

  public static final Setting<Integer> HEAD_SECONDS =
      Setting.of(
          "head-seconds",
          Kind.count("seconds", 1, MOST_SECONDS),
          "10",
          "How long a new connection may take until the head of its first request is there.");

  public static final Setting<Integer> BODY_SECONDS =
      Setting.of(
          "body-seconds",
          Kind.count("seconds", 1, MOST_SECONDS),
          "30",
          "How long the body of a request may take.");

  public static final Setting<Integer> REQUEST_SECONDS =
      Setting.of(
          "request-seconds",
          Kind.count("seconds", 1, MOST_SECONDS),
          "75",
          "How long a connection stays open after the head of its last request.");

  public static final Setting<WhenStoreAway> WHEN_STORE_AWAY =
      Setting.of(
          "when-store-away",
          Kind.word(WhenStoreAway.class),
          "refuse",
          "While the record cannot be reached, answers hits 503 (refuse), or journals those of"
              + " known cards in the state folder, redirects, and puts them on record later"
              + " (spool).");

  public static final Setting<Integer> KEEP_AGENTS =
      Setting.of(
          "keep-agents",
          Kind.count("days", FEWEST_DAYS, MOST_DAYS),
          "30",
          "How long hits name the browser that they came from.");

  public static final Setting<Integer> KEEP_INSTANTS =
      Setting.of(
          "keep-instants",
          Kind.count("days", FEWEST_DAYS, MOST_DAYS),
          "400",
          "How long each hit is kept by itself; after that its day and, of taps and shares, its"
              + " instant.");

  public static final Setting<Integer> KEEP_MESSAGES =
      Setting.of(
          "keep-messages",
          Kind.count("days", FEWEST_DAYS, MOST_DAYS),
          "90",
          "How long deliveries and mails are kept that came to their ends; dead and unknown ones a"
              + " year longer.");

  public static final Setting<Integer> DELETION_MINUTES =
      Setting.of(
          "deletion-minutes",
          Kind.count("minutes", 1, MOST_DELETION_MINUTES),
          "30",
          "How long the deletion of a person's data waits for its confirmation.");

  public static final Setting<Integer> DEADLINE_WARNING =
      Setting.of(
          "deadline-warning",
          Kind.count("hours", 1, MOST_WARNING_HOURS),
          "24",
          "How long before a claim's deadline it is told that it comes.");

  public static final Setting<Integer> RMA_DAYS =
      Setting.of(
          "rma-days",
          Kind.count("days", 1, MOST_RMA_DAYS),
          "30",
          "How long goods may be sent back under a return's number, unless it says otherwise.");

  public static final Setting<Integer> EVIDENCE_SIZE =
      Setting.of(
          "evidence-size",
          Kind.count("kibibytes", 1, MOST_EVIDENCE_KIBIBYTES),
          "2048",
          "How large a file may be that comes with a claim.");

  public static final Setting<Set<String>> CARRIES_OUT =
      Setting.of(
          "carries-out",
          Kind.words(PlannedTask.withoutPeople()),
          "(nothing)",
          "Which outcomes and effects of claims the server carries out by itself, as soon as they"
              + " follow; all others wait for a person.");

  public static final Setting<LogForm> LOG =
      Setting.of(
          "log",
          Kind.word(LogForm.class),
          "text",
          "A line an event for people, or a line of JSON, on standard error.");

  public static final Setting<Boolean> LOG_REQUESTS =
      Setting.of(
          "log-requests",
          Kind.truth(),
          "false",
          "A line for each request that is no hit; hits are on record.");

  public static final Setting<Integer> METRICS_PORT =
      Setting.of(
          "metrics-port",
          Kind.whole(0, MAX_PORT),
          "(no figures)",
          "Shows figures to Prometheus at /metrics there; 0 for any free port.");

  public static final Setting<String> METRICS_HOST =
      Setting.of(
          "metrics-host",
          Kind.text("ADDRESS", "an address of this machine"),
          "127.0.0.1",
          "On which address figures are shown; nobody is asked who they are.");

  public static final Setting<Integer> STOP_DELAY =
      Setting.of(
          "stop-delay",
          Kind.count("seconds", 0, MOST_STOP_SECONDS),
          "0",
          "How long /health/ready says no before a stop begins, so that a balancer sees it.");

  public static final Setting<URI> PAYMENTS_URL =
      Setting.of(
          "payments-url",
          Kind.closedWeb(),
          "(a journal of refunds in the state folder)",
          "The payment provider that gives money back, which speaks as Stripe's API does.");

  public static final Setting<String> PAYMENTS_KEY =
      Setting.secret("payments-key", "The secret key of the account at the payment provider.");

  public static final Setting<String> PAYMENTS_NOTICE_SECRET =
      Setting.secret(
          "payments-notice-secret", "By which the payment provider signs what it tells of itself.");

  public static final Setting<Integer> PAYMENTS_SECONDS =
      Setting.of(
          "payments-seconds",
          Kind.count("seconds", 1, MOST_PAYMENT_SECONDS),
          "10",
          "How long a call to the payment provider may take until its outcome is unknown.");

  public static final Setting<List<Money>> REFUND_LIMITS =
      Setting.of(
          "refund-limits",
          Kind.amounts(),
          "(no limit)",
          "Up to which sum of an order support may refund; beyond it, and in other currencies, a"
              + " supervisor is needed.");

  public static final Setting<Integer> API_RATE =
      Setting.of(
          "api-rate",
          Kind.count("requests", 60, 1_000_000),
          "6000",
          "How many requests of the API one token or session may make in a minute, on one node.");

  public static final Setting<Integer> STATION_JOBS =
      Setting.of(
          "station-jobs",
          Kind.count("jobs", FEWEST_STATION_JOBS, 100_000),
          "200",
          "How many jobs one station has at once, so that a stolen one knows of no more.");

  public static final Setting<Boolean> WEBHOOK_PRIVATE =
      Setting.of(
          "webhook-private",
          Kind.truth(),
          "false",
          "Whether webhooks may lead to addresses of this machine and of private networks.");

  public static final Setting<String> MAIL_FROM =
      Setting.of(
          "mail-from",
          Kind.mailAddress(),
          "(no mail)",
          "Who writes to customers; without it nobody does.");

  public static final Setting<Path> MAIL_FOLDER =
      Setting.of(
          "mail-folder",
          Kind.path("DIR"),
          "(mail in the state folder)",
          "Where mails are laid as files, for a mail server to fetch.");

  public static final Setting<SmtpPlace> MAIL_SERVER =
      Setting.of(
          "mail-server",
          Kind.mailServer(),
          "(files in mail-folder)",
          "The mail server that mails are handed to by SMTP, and not laid into mail-folder.");

  public static final Setting<String> MAIL_USER =
      Setting.of(
          "mail-user",
          Kind.text("NAME", "a name"),
          "(nobody)",
          "Whom the mail server knows us as.");

  public static final Setting<String> MAIL_PASSWORD =
      Setting.secret("mail-password", "The password of mail-user.");

  public static final Setting<Integer> MAIL_SECONDS =
      Setting.of(
          "mail-seconds",
          Kind.count("seconds", 1, MOST_MAIL_SECONDS),
          "20",
          "How long the mail server may take for each answer.");

  /** All of them, in the order of help. */
  public static final List<Setting<?>> ALL =
      List.of(
          DB,
          DB_USER,
          DB_PASSWORD,
          POLICIES,
          HOST,
          PORT,
          PUBLIC_URL,
          TLS_CERTIFICATE,
          TLS_KEY,
          REDIRECT_PORT,
          TRUSTED_PROXIES,
          MAX_CONNECTIONS,
          HEAD_SECONDS,
          BODY_SECONDS,
          REQUEST_SECONDS,
          WHEN_STORE_AWAY,
          KEEP_AGENTS,
          KEEP_INSTANTS,
          KEEP_MESSAGES,
          DELETION_MINUTES,
          DEADLINE_WARNING,
          RMA_DAYS,
          EVIDENCE_SIZE,
          CARRIES_OUT,
          LOG,
          LOG_REQUESTS,
          METRICS_PORT,
          METRICS_HOST,
          STOP_DELAY,
          PAYMENTS_URL,
          PAYMENTS_KEY,
          PAYMENTS_NOTICE_SECRET,
          PAYMENTS_SECONDS,
          REFUND_LIMITS,
          API_RATE,
          STATION_JOBS,
          WEBHOOK_PRIVATE,
          MAIL_FROM,
          MAIL_FOLDER,
          MAIL_SERVER,
          MAIL_USER,
          MAIL_PASSWORD,
          MAIL_SECONDS);

  /**
   * Variables that begin as ours and are read by others: the script, the station, the installation.
   */
  public static final List<String> VARIABLES_OF_OTHERS =
      List.of(
          "TAPWRIGHT_HOME",
          "TAPWRIGHT_SETTINGS",
          "TAPWRIGHT_MASTER_KEY",
          "TAPWRIGHT_MASTER_KEY_FILE",
          "TAPWRIGHT_NO_BUILD",
          "TAPWRIGHT_PCSC",
          "TAPWRIGHT_EMULATED");

  private ServerSettings() {}

  /** The one setting of which it is true. */
  static Optional<Setting<?>> where(Predicate<Setting<?>> isMeant) {
    return ALL.stream().filter(isMeant).findFirst();
  }
}
