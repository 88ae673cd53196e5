package tapwright.server.main.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.server.front.AddressRange;

class SettingsReaderTest {

  /** A text that each setting takes, and that is not its usual one. */
  private static final Map<String, String> SAMPLES =
      Map.ofEntries(
          Map.entry("db", "jdbc:sqlite:other.db"),
          Map.entry("db-user", "clerk"),
          Map.entry("policies", "packs"),
          Map.entry("host", "0.0.0.0"),
          Map.entry("port", "9090"),
          Map.entry("public-url", "https://cards.example.com"),
          Map.entry("tls-certificate", "chain.pem"),
          Map.entry("tls-key", "key.pem"),
          Map.entry("redirect-port", "8081"),
          Map.entry("trusted-proxies", "10.0.0.0/8"),
          Map.entry("max-connections", "500"),
          Map.entry("station-jobs", "300"),
          Map.entry("head-seconds", "5"),
          Map.entry("body-seconds", "60"),
          Map.entry("request-seconds", "90"),
          Map.entry("when-store-away", "spool"),
          Map.entry("keep-agents", "60"),
          Map.entry("keep-instants", "500"),
          Map.entry("log", "json"),
          Map.entry("log-requests", "true"),
          Map.entry("metrics-port", "9100"),
          Map.entry("metrics-host", "10.0.0.1"),
          Map.entry("stop-delay", "5"),
          Map.entry("deletion-minutes", "45"),
          Map.entry("deadline-warning", "48"),
          Map.entry("rma-days", "21"),
          Map.entry("evidence-size", "1024"),
          Map.entry("carries-out", "cancel-now, revoke-card"),
          Map.entry("payments-seconds", "20"),
          Map.entry("refund-limits", "100.00 EUR"),
          Map.entry("api-rate", "600"),
          Map.entry("webhook-private", "true"),
          Map.entry("mail-from", "shop@example.com"),
          Map.entry("keep-messages", "30"),
          Map.entry("mail-folder", "mails"),
          Map.entry("mail-server", "smtp://mail.example.com"),
          Map.entry("mail-seconds", "10"));

  /** Secrets, which stand in no file, and what needs one beside it. */
  private static final Set<String> SECRETS =
      Set.of(
          "db-password",
          "payments-url",
          "payments-key",
          "payments-notice-secret",
          "mail-user",
          "mail-password");

  @TempDir private Path home;

  private Settings read(Map<String, String> flags, Map<String, String> environment, String file) {
    try {
      if (!file.isEmpty()) {
        Files.writeString(home.resolve(SettingsFile.NAME), file);
      }
      return SettingsReader.read(new SettingsReader.Sources(flags, environment, home));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String refused(Map<String, String> flags, Map<String, String> environment, String file) {
    return String.valueOf(
        assertThrows(UnusableSettings.class, () -> read(flags, environment, file)).getMessage());
  }

  @Test
  void aFlag_beatsTheEnvironmentWhichBeatsTheFile() {
    Map<String, String> flag = Map.of("--port", "1");
    Map<String, String> variable = Map.of("TAPWRIGHT_PORT", "2");

    assertEquals(1, read(flag, variable, "port: 3").get(ServerSettings.PORT));
    assertEquals(2, read(Map.of(), variable, "port: 3").get(ServerSettings.PORT));
    assertEquals(3, read(Map.of(), Map.of(), "port: 3").get(ServerSettings.PORT));
    assertEquals(8080, read(Map.of(), Map.of(), "# nothing\n").get(ServerSettings.PORT));
  }

  @Test
  void everySetting_isTakenFromEachPlaceAndSaysWhence() {
    Map<String, String> flags = new HashMap<>();
    Map<String, String> variables = new HashMap<>();
    StringBuilder file = new StringBuilder();
    SAMPLES.forEach(
        (name, sample) -> {
          flags.put("--" + name, sample);
          variables.put(Setting.variable(name), sample);
          file.append(name).append(": \"").append(sample).append("\"\n");
        });

    assertAllGiven(read(flags, Map.of(), ""), "--");
    assertAllGiven(read(Map.of(), variables, ""), "TAPWRIGHT_");
    assertAllGiven(read(Map.of(), Map.of(), file.toString()), "");
  }

  private static void assertAllGiven(Settings settings, String whence) {
    for (Settings.InForce one : settings.all()) {
      if (!SECRETS.contains(one.name())) {
        assertEquals(SAMPLES.get(one.name()), one.value());
        assertTrue(one.whence().startsWith(whence), one.toString());
        assertFalse(one.whence().equals(Settings.BUILT_IN), one.toString());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "publc-url, did you mean public-url?",
    "when-store-awy, did you mean when-store-away?",
    "tls-cert, 'allowed are db, db-user'",
    "db-pasword-file, did you mean db-password-file?",
    "Port, did you mean port?"
  })
  void anUnknownKey_stopsAndSuggests(String key, String advice) {
    String said = refused(Map.of(), Map.of(), "# mine\n" + key + ": x\n");

    assertTrue(said.startsWith(home.resolve("server.yaml") + ":2:"), said);
    assertTrue(said.contains(": " + key + " is no setting; " + advice), said);
  }

  @Test
  void anUnknownVariable_stopsAndSuggests() {
    assertEquals(
        "the environment: TAPWRIGHT_PROT is no setting; did you mean TAPWRIGHT_PORT?",
        refused(Map.of(), Map.of("TAPWRIGHT_PROT", "1"), ""));
    for (String slip : List.of("TAPWRIGHT_MASTER_KEY_FIL", "TAPWRIGHT_MASTERKEY_FILE")) {
      assertTrue(
          refused(Map.of(), Map.of(slip, "x"), "")
              .endsWith("did you mean TAPWRIGHT_MASTER_KEY_FILE?"),
          slip);
    }
    for (String other : ServerSettings.VARIABLES_OF_OTHERS) {
      if (!other.equals("TAPWRIGHT_SETTINGS")) {
        assertEquals(8080, read(Map.of(), Map.of(other, "x"), "").get(ServerSettings.PORT), other);
      }
    }
  }

  @Test
  void aWrongValue_isNamedWithItsPlaceEvenWhereSomethingStrongerIsGiven() {
    String said = refused(Map.of("--port", "1"), Map.of(), "host: x\nport: 99999\n");

    assertEquals(
        "port at " + home.resolve("server.yaml") + ":2:7 is 99999, allowed are 0 to 65535", said);
  }

  @ParameterizedTest
  @CsvSource({
    "port, eighty, 0 to 65535",
    "port, -1, 0 to 65535",
    "keep-agents, 1, 2 to 36500",
    "public-url, ftp://x, https:// or http://",
    "when-store-away, never, refuse and spool",
    "trusted-proxies, proxy.example.com, addresses and ranges",
    "trusted-proxies, 10.0.0.0/33, addresses and ranges",
    "max-connections, 3, 16 to 1000000",
    "db, jdbc:other://x, jdbc:sqlite:FILE"
  })
  void aValueThatIsNone_saysWhatIsAllowed(String name, String value, String allowed) {
    String variable = Setting.variable(name);

    String said = refused(Map.of(), Map.of(variable, value), "");

    assertTrue(said.startsWith(variable + " is " + value), said);
    assertTrue(said.contains(", allowed are " + allowed), said);
  }

  @Test
  void everythingThatIsWrong_isSaidAtOnce() {
    String said = refused(Map.of("--port", "x"), Map.of("TAPWRIGHT_HOTS", "y"), "keep-agents: z");

    assertEquals(3, said.lines().count(), said);
  }

  @Test
  void aSecret_isNeverShown() throws IOException {
    Path file = Files.writeString(home.resolve("password"), "sample-secret\n");
    Settings settings =
        read(
            Map.of(),
            Map.of("TAPWRIGHT_DB", "jdbc:postgresql://db.example.com/cards?password=sample-secret"),
            "db-password-file: " + file);

    assertEquals("sample-secret", settings.get(ServerSettings.DB_PASSWORD));
    assertFalse(settings.all().toString().contains("sample-secret"), settings.all().toString());
    assertTrue(settings.all().toString().contains("name=db-password, value=(secret)"));
  }

  @Test
  void aSecretInTheSettingsFile_isRefusedWithoutShowingIt() {
    String said = refused(Map.of(), Map.of(), "db-password: sample-secret");

    assertTrue(said.contains("db-password is a secret and stands in no settings file"), said);
    assertTrue(said.endsWith("allowed is db-password-file"), said);
    assertFalse(said.contains("sample-secret"), said);
  }

  @Test
  void aSecretGivenTwiceOrOutOfNoFile_isRefused() {
    Map<String, String> twice =
        Map.of("TAPWRIGHT_DB_PASSWORD", "sample-secret", "TAPWRIGHT_DB_PASSWORD_FILE", "none");
    String said = refused(Map.of(), twice, "");
    assertTrue(said.contains("TAPWRIGHT_DB_PASSWORD_FILE names none, which cannot be read"), said);

    Path file = home.resolve("password");
    Map<String, String> both =
        Map.of(
            "TAPWRIGHT_DB_PASSWORD",
            "sample-secret",
            "TAPWRIGHT_DB_PASSWORD_FILE",
            file.toString());
    said = refusedWith(file, both);
    assertEquals(
        "TAPWRIGHT_DB_PASSWORD and TAPWRIGHT_DB_PASSWORD_FILE are both set; keep one of them",
        said);
  }

  private String refusedWith(Path file, Map<String, String> environment) {
    try {
      Files.writeString(file, "other-secret");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return refused(Map.of(), environment, "");
  }

  @Test
  void whatMeansNothingAlone_isRefused() {
    assertEquals(
        "--tls-key is set without tls-certificate; set both or neither",
        refused(Map.of("--tls-key", "key.pem"), Map.of(), ""));
    assertEquals(
        "--tls-certificate is set without tls-key; set both or neither",
        refused(Map.of("--tls-certificate", "chain.pem"), Map.of(), ""));
    Map<String, String> tls =
        Map.of("--tls-certificate", "c", "--tls-key", "k", "--redirect-port", "80");
    assertTrue(refused(tls, Map.of(), "").contains("without a public-url with https://"));
  }

  @Test
  void aList_mayBeOneInTheFileToo() {
    Settings settings = read(Map.of(), Map.of(), "trusted-proxies:\n  - 10.0.0.0/8\n  - \"::1\"\n");

    assertEquals(
        Optional.of(
            List.of(
                AddressRange.parse("10.0.0.0/8").orElseThrow(),
                AddressRange.parse("::1").orElseThrow())),
        settings.find(ServerSettings.TRUSTED_PROXIES));
  }

  @Test
  void aKeyTwiceOrNoYaml_isRefusedWithItsPlace() {
    assertTrue(refused(Map.of(), Map.of(), "port: 1\nport: 2\n").contains("server.yaml:2:1"));
    assertTrue(refused(Map.of(), Map.of(), "port: [1\n").contains("server.yaml:2:1"));
  }

  @Test
  void anotherFile_isNamedByTheFlagBeforeTheVariable() throws IOException {
    Path first = Files.writeString(home.resolve("first.yaml"), "port: 1");
    Path second = Files.writeString(home.resolve("second.yaml"), "port: 2");
    Map<String, String> flag = Map.of("--settings", first.toString());
    Map<String, String> variable = Map.of("TAPWRIGHT_SETTINGS", second.toString());

    assertEquals(1, read(flag, variable, "port: 3").get(ServerSettings.PORT));
    assertEquals(2, read(Map.of(), variable, "port: 3").get(ServerSettings.PORT));
  }

  @Test
  void aNamedFileThatIsNotThere_isTheWorldFailing() {
    Map<String, String> flag = Map.of("--settings", home.resolve("none.yaml").toString());

    UnusableSettings stopped = assertThrows(UnusableSettings.class, () -> read(flag, Map.of(), ""));

    assertTrue(stopped.isOfTheWorld());
    assertTrue(String.valueOf(stopped.getMessage()).endsWith("cannot be read: it is not there"));
  }

  @Test
  void mailServer_needsWhoWrites_andAUserAPassword() {
    String server = "mail-server: smtp://mail.example.com\n";
    String from = "mail-from: shop@example.com\n";

    assertTrue(refused(Map.of(), Map.of(), server).contains("without mail-from"));
    assertTrue(
        refused(Map.of(), Map.of(), server + from + "mail-user: shop\n")
            .contains("without mail-password"));
    assertTrue(
        refused(Map.of(), Map.of(), from + "mail-user: shop\n").contains("without mail-server"));
    assertEquals(
        "mail.example.com port 587",
        read(Map.of(), Map.of(), server + from).get(ServerSettings.MAIL_SERVER).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smtp://shop:hidden@mail.example.com",
        "smtp://mail.example.com/?password=hidden",
        "'smtp://mail.example.com/#hidden'"
      })
  void passwordInTheMailServersPlace_isNotShown(String place) {
    String said = refused(Map.of(), Map.of(), "mail-server: " + place + "\n");

    assertTrue(said.contains("is (secret)") && !said.contains("hidden"), said);
  }

  @Test
  void aVariableOfBlanks_setsNothing() {
    Settings settings = read(Map.of(), Map.of("TAPWRIGHT_PUBLIC_URL", " "), "");

    assertEquals(Optional.<URI>empty(), settings.find(ServerSettings.PUBLIC_URL));
  }

  @ParameterizedTest
  @CsvSource({"port,port,0", "prt,port,1", "porrt,port,1", "pxrt,port,1", "'',port,4", "abc,xyz,3"})
  void slips_areLettersAddedLeftOutOrChanged(String from, String to, int slips) {
    assertEquals(slips, NearestName.slips(from, to));
  }
}
