package tapwright.server.app.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.access.RunSellers;
import tapwright.server.app.account.AccountMeans;
import tapwright.server.app.account.OpenedSession;
import tapwright.server.app.account.ReturnGuard;
import tapwright.server.app.account.RunAccounts;
import tapwright.server.app.account.RunSessions;
import tapwright.server.app.account.SessionSecrets;
import tapwright.server.app.provider.LeaveForProvider.Departure;
import tapwright.server.app.provider.ReturnFromProvider.Arrival;
import tapwright.server.app.provider.ReturnFromProvider.Entered;
import tapwright.server.app.provider.ReturnFromProvider.Said;
import tapwright.server.provider.OpenIdWire;
import tapwright.server.provider.SampleIssuer;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;
import tapwright.server.security.AccountVault;
import tapwright.server.security.CheapPasswords;
import tapwright.server.security.Keys;
import tapwright.server.security.OneTimeCodes;
import tapwright.server.security.ProviderVault;
import tapwright.server.security.SessionMarks;

/** People come in by a provider that is strict, and attackers by one that they have marred. */
class ProviderSignInTest implements NewRecord {

  private static final URI PUBLIC = URI.create("https://cards.example.com");
  private static final String HOST = "cards.example.com";
  private static final SellerId OTHER = new SellerId("shop-b");
  private static final String OTHER_HOST = "b.example.com";
  private static final String NOT_HELD =
      "provider-answer-refused: the identity provider's answer is not good for this sign-in: its"
          + " token does not hold; begin anew";

  @TempDir private Path folder;
  private final World.HandClock clock = new World.HandClock();
  private final Random random = new Random(7);
  private final SampleIssuer issuer = new SampleIssuer(clock);
  private final OpenIdWire wire = new OpenIdWire(clock);
  private final Keys keys = new Keys(new byte[Keys.MASTER_BYTES]);
  private final SessionMarks marks = new SessionMarks(keys, random);
  private final ProviderVault vault = new ProviderVault(keys, random);
  private final AtomicInteger ids = new AtomicInteger();
  private Ledger store;
  private LeaveForProvider leave;
  private ReturnFromProvider enter;
  private RunProviders providers;
  private RunAccounts accounts;
  private RunSessions sessions;
  private BindAccounts bindings;

  @BeforeEach
  void open() {
    store = newRecord(folder);
    FirstSeller.ensure(store, clock).join();
    done(new RunSellers(store, clock).create(OTHER, OTHER_HOST).join());
    SessionSecrets secrets = new SessionSecrets(marks::draw, marks::hash);
    SellerHosts hosts = new SellerHosts(PUBLIC);
    ProviderMeans means = new ProviderMeans(wire, vault, secrets, hosts);
    AccountVault seal = new AccountVault(keys, random);
    AccountMeans accountMeans =
        new AccountMeans(CheapPasswords.vault(random), new OneTimeCodes(random), seal, secrets);
    leave = new LeaveForProvider(store, means, clock);
    enter =
        new ReturnFromProvider(
            store,
            means,
            new ReturnGuard(seal),
            new AdmitIdentity(vault, () -> "account-" + ids.incrementAndGet(), clock));
    providers = new RunProviders(store, vault, clock);
    accounts = new RunAccounts(store, accountMeans, () -> CardId.draw(random).toString(), clock);
    sessions = new RunSessions(store, clock);
    bindings = new BindAccounts(store, vault, clock);
    done(providers.set(FirstSeller.ID, wish(issuer.name(), "")).join());
  }

  @AfterEach
  void close() {
    wire.close();
    store.close();
    issuer.close();
  }

  private static ProviderWish wish(String issuer, String group) {
    return new ProviderWish(
        "Example ID",
        issuer,
        SampleIssuer.CLIENT,
        Optional.of(SampleIssuer.SECRET),
        "openid email",
        new ProviderWish.Who(
            "groups",
            List.of("admins=admin", "support desk=support", "auditors=auditor"),
            List.of("example.com"),
            group));
  }

  private static <T> T done(Answer<T> answer) {
    return World.done(answer);
  }

  private static String refusal(Answer<?> answer) {
    return World.refused(answer).refusal().toString();
  }

  private static String code(Answer<?> answer) {
    return World.refused(answer).refusal().code().code();
  }

  private Departure departure(String host) {
    return done(leave.leave(host, "/account").join());
  }

  private static Said said(URI back) {
    Map<String, String> fields = SampleIssuer.form(back.getRawQuery());
    return new Said(
        fields.getOrDefault("state", ""),
        fields.getOrDefault("code", ""),
        fields.getOrDefault("error", ""),
        fields.getOrDefault("iss", ""));
  }

  private Answer<Entered> enter(String host, Departure departure, Said said) {
    return enter.enter(new Arrival(host, departure.kept(), said, "192.0.2.1")).join();
  }

  /** The whole way, as a browser takes it. */
  private Answer<Entered> signIn() {
    Departure departure = departure(HOST);
    return enter(HOST, departure, said(issuer.follow(departure.provider())));
  }

  private Optional<Caller> caller(Entered entered) {
    return caller(entered.session());
  }

  private Optional<Caller> caller(OpenedSession session) {
    return sessions.callerWith(marks.hash(session.secret())).join();
  }

  private void person(String key, Object value) {
    Map<String, Object> changed = new HashMap<>(issuer.person);
    changed.put(key, value);
    issuer.person = changed;
  }

  private void claim(String key, Object value) {
    issuer.claims =
        all -> {
          all.put(key, value);
          return all;
        };
  }

  @Test
  void signIn_makesAnAccountOnceAndTakesTheRoleAnewEachTime() {
    Entered first = done(signIn());
    assertEquals("/account", first.next());
    Caller caller = caller(first).orElseThrow();
    assertEquals("sample@example.com", caller.name());
    assertEquals(Role.SUPPORT, caller.role());

    person("groups", List.of("auditors"));
    person("email", "renamed@example.com");
    Caller again = caller(done(signIn())).orElseThrow();
    assertEquals(caller.id(), again.id());
    assertEquals("sample@example.com", again.name());
    assertEquals(Role.AUDITOR, again.role());
    assertEquals(1, accounts.of(FirstSeller.ID).join().size());
  }

  @Test
  void departure_namesWhereToComeBackToByTheSettings() {
    Departure departure = departure(HOST);
    Map<String, String> asked = SampleIssuer.form(departure.provider().getRawQuery());

    assertEquals("code", asked.get("response_type"));
    assertEquals("https://cards.example.com/sign-in/provider/return", asked.get("redirect_uri"));
    assertEquals("S256", asked.get("code_challenge_method"));
    assertEquals(43, asked.getOrDefault("code_challenge", "").length());
    assertNotEquals(asked.get("state"), asked.get("nonce"));
    assertEquals("provider-missing", code(leave.leave("evil.example", "/account").join()));
    assertEquals(Optional.of("Example ID"), leave.offered("CARDS.example.com:443").join());
    assertEquals(Optional.empty(), leave.offered("evil.example").join());
    assertEquals(Optional.empty(), leave.offered(OTHER_HOST).join());
  }

  @Test
  void wrongState_orAnotherBrowsers_isRefusedWithoutAskingTheProvider() {
    Departure mine = departure(HOST);
    Departure attackers = departure(HOST);
    Said good = said(issuer.follow(attackers.provider()));

    assertEquals("provider-state-refused", code(enter(HOST, mine, good)));
    assertEquals(
        "provider-state-refused",
        code(enter(HOST, attackers, new Said("", good.code(), "", good.issuer()))));
    assertEquals("provider-state-refused", code(enter(HOST, new Departure(PUBLIC, ""), good)));
    String forged =
        java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("a\nb".getBytes(StandardCharsets.UTF_8))
            + ".AAAA";
    assertEquals("provider-state-refused", code(enter(HOST, new Departure(PUBLIC, forged), good)));
    assertEquals(0, issuer.asked("/token"));
  }

  @Test
  void returnThatComesLate_isRefused() {
    Departure departure = departure(HOST);
    Said said = said(issuer.follow(departure.provider()));
    clock.advance(BegunSignIn.GOOD_FOR);

    assertEquals("provider-state-refused", code(enter(HOST, departure, said)));
  }

  @Test
  void replayedCode_isRefused() {
    Departure departure = departure(HOST);
    Said said = said(issuer.follow(departure.provider()));
    done(enter(HOST, departure, said));

    assertEquals("provider-answer-refused", code(enter(HOST, departure, said)));
    assertEquals(2, issuer.asked("/token"));
  }

  /** A code that was stolen on its way is worth nothing in a sign-in that somebody else began. */
  @Test
  void stolenCode_isWorthNothingWithoutItsVerifier() {
    Said stolen = said(issuer.follow(departure(HOST).provider()));
    Departure attackers = departure(HOST);
    Said own = said(issuer.follow(attackers.provider()));

    assertEquals(
        "provider-answer-refused",
        code(enter(HOST, attackers, new Said(own.state(), stolen.code(), "", own.issuer()))));
  }

  @ParameterizedTest
  @CsvSource({
    "nonce, of-another-sign-in",
    "aud, another-client",
    "azp, another-client",
    "iss, https://issuer.example.com",
    "sub, ''"
  })
  void tokenForSomethingElse_isRefused(String claim, String value) {
    claim(claim, value);

    assertEquals(NOT_HELD, refusal(signIn()));
    assertTrue(accounts.of(FirstSeller.ID).join().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonce", "sub", "exp", "iat", "aud", "iss"})
  void tokenThatLacksAClaim_isRefused(String claim) {
    issuer.claims =
        all -> {
          all.remove(claim);
          return all;
        };

    assertEquals(NOT_HELD, refusal(signIn()));
  }

  @Test
  void tokenOfManyReaders_hasToBeGivenToUs() {
    claim("aud", List.of(SampleIssuer.CLIENT, "another-client"));
    assertEquals(NOT_HELD, refusal(signIn()));
    issuer.claims =
        all -> {
          all.put("aud", List.of(SampleIssuer.CLIENT, "another-client"));
          all.put("azp", SampleIssuer.CLIENT);
          return all;
        };
    done(signIn());
  }

  @ParameterizedTest
  @CsvSource({
    "exp, -61, false",
    "exp, -30, true",
    "iat, 61, false",
    "iat, 30, true",
    "iat, -700, false"
  })
  void tokenOfAnotherTime_isRefusedBeyondAMinute(String claim, long seconds, boolean good) {
    claim(claim, clock.instant().plusSeconds(seconds).getEpochSecond());

    Answer<Entered> answer = signIn();
    assertEquals(good, answer instanceof Answer.Done<Entered>, String.valueOf(answer));
  }

  @Test
  void unsignedToken_isRefused() {
    issuer.token = all -> new PlainJWT(all).serialize();

    assertEquals(NOT_HELD, refusal(signIn()));
  }

  /** The public key taken for a secret, in each of the forms in which a checker may hold it. */
  @Test
  void tokenSignedWithThePublicKeyAsSecret_isRefused() throws JOSEException {
    ECKey key = issuer.key();
    for (byte[] secret :
        List.of(
            key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
            key.toECPublicKey().getEncoded())) {
      issuer.token = all -> hmac(all, key.getKeyID(), secret);
      assertEquals(NOT_HELD, refusal(signIn()));
    }
  }

  private static String hmac(JWTClaimsSet all, String key, byte[] secret) {
    try {
      SignedJWT jwt =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key).build(), all);
      jwt.sign(new MACSigner(secret));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tokenOfAnotherKeyUnderAKnownName_isRefused() throws JOSEException {
    ECKey forged = new ECKeyGenerator(Curve.P_256).keyID(issuer.key().getKeyID()).generate();
    issuer.token = all -> SampleIssuer.signed(all, forged);

    assertEquals(NOT_HELD, refusal(signIn()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no token", "a.b.c", "e30.e30.", "null"})
  void whatIsNoToken_isRefused(String token) {
    issuer.token = all -> token;

    assertEquals(NOT_HELD, refusal(signIn()));
  }

  @Test
  void rotatedKey_isFetchedOnceItIsMissed() {
    done(signIn());
    issuer.rotate();
    clock.advance(Duration.ofMinutes(1));

    done(signIn());
    done(signIn());
    assertEquals(2, issuer.asked("/keys"));
    assertEquals(1, issuer.asked("/.well-known/openid-configuration"));
  }

  @Test
  void floodOfUnknownKeys_fetchesThemOnceInAWhile() throws JOSEException {
    done(signIn());
    for (int i = 0; i < 20; i++) {
      ECKey unknown = new ECKeyGenerator(Curve.P_256).keyID("unknown-" + i).generate();
      issuer.token = all -> SampleIssuer.signed(all, unknown);
      assertEquals(NOT_HELD, refusal(signIn()));
    }

    assertEquals(1, issuer.asked("/keys"));
    clock.advance(Duration.ofMinutes(1));
    assertEquals(NOT_HELD, refusal(signIn()));
    assertEquals(NOT_HELD, refusal(signIn()));
    assertEquals(2, issuer.asked("/keys"));
  }

  /** Whoever comes back in vain again and again has to wait before the provider is asked anew. */
  @Test
  void returnsInVain_areBraked() {
    issuer.token = all -> "no token";
    for (int i = 0; i < 30; i++) {
      assertEquals(NOT_HELD, refusal(signIn()));
    }

    assertEquals("sign-in-braked", code(signIn()));
    assertEquals(30, issuer.asked("/token"));
  }

  /** Mix-up (RFC 9207): the answer of one provider is not taken for another's. */
  @Test
  void answerThatNamesAnotherIssuer_isRefused() {
    Departure departure = departure(HOST);
    Said good = said(issuer.follow(departure.provider()));

    for (String other : List.of("https://evil.example", issuer.name() + "/", "")) {
      assertEquals(
          "provider-answer-refused",
          code(enter(HOST, departure, new Said(good.state(), good.code(), "", other))));
    }
    assertEquals(0, issuer.asked("/token"));
  }

  @Test
  void otherSellersIssuer_vouchesForNobodyHere() {
    try (SampleIssuer others = new SampleIssuer(clock)) {
      done(providers.set(OTHER, wish(others.name(), "")).join());
      Departure there = departure(OTHER_HOST);
      Said said = said(others.follow(there.provider()));
      assertEquals("provider-state-refused", code(enter(HOST, there, said)));

      issuer.token = others::signed;
      assertEquals(NOT_HELD, refusal(signIn()));
      issuer.token = issuer::signed;

      Caller here = caller(done(signIn())).orElseThrow();
      Departure again = departure(OTHER_HOST);
      Caller theirs =
          caller(done(enter(OTHER_HOST, again, said(others.follow(again.provider())))))
              .orElseThrow();
      assertEquals(OTHER, theirs.seller());
      assertNotEquals(here.id(), theirs.id());
    }
  }

  @Test
  void errorOfTheProvider_isNeverRepeated() {
    Departure departure = departure(HOST);
    String state = said(issuer.follow(departure.provider())).state();

    Answer<Entered> denied =
        enter(HOST, departure, new Said(state, "", "access_denied", issuer.name()));
    Answer<Entered> other =
        enter(HOST, departure, new Said(state, "", "<script>alert(1)</script>", issuer.name()));
    assertEquals("provider-denied", code(denied));
    assertEquals("provider-answer-refused", code(other));
    assertFalse(refusal(other).contains("script"));
  }

  @Test
  void whoHasNoRoleAnyMore_isRefusedAndOutEverywhere() {
    Entered before = done(signIn());
    person("groups", List.of("everybody"));

    assertEquals("provider-role-missing", code(signIn()));
    assertEquals(Optional.empty(), caller(before));
  }

  @Test
  void whoIsNotAdmitted_isRefused() {
    person("email", "sample@evil.example");
    assertEquals("provider-not-admitted", code(signIn()));
    person("email", "sample@example.com");
    person("email_verified", false);
    assertEquals("provider-not-admitted", code(signIn()));
    person("email_verified", true);
    done(providers.set(FirstSeller.ID, wish(issuer.name(), "staff")).join());
    assertEquals("provider-not-admitted", code(signIn()));
    person("groups", List.of("staff", "support desk"));
    done(signIn());
  }

  /** An address that fits makes nobody the owner of an account: an admin's act alone does. */
  @Test
  void accountThatIsThere_isTakenOverByAnAdminsActAlone() {
    RunAccounts.Person admin =
        new RunAccounts.Person(FirstSeller.ID, "sample@example.com", Role.ADMIN);
    done(accounts.create(admin, "seven green bottles").join());
    assertEquals("provider-account-taken", code(signIn()));

    done(bindings.bind(FirstSeller.ID, "sample@example.com", "subject-1").join());
    Caller caller = caller(done(signIn())).orElseThrow();
    assertEquals("sample@example.com", caller.name());
    assertEquals(Role.SUPPORT, caller.role());
    RunAccounts.Person second =
        new RunAccounts.Person(FirstSeller.ID, "second@example.com", Role.ADMIN);
    done(accounts.create(second, "seven green bottles").join());
    assertEquals(
        "provider-subject-taken",
        code(bindings.bind(FirstSeller.ID, "second@example.com", "subject-1").join()));
    done(bindings.unbind(FirstSeller.ID, "sample@example.com").join());
    assertEquals("provider-account-taken", code(signIn()));
  }

  @Test
  void disabledAccount_opensNothingAndEndsAtOnce() {
    Entered before = done(signIn());
    done(accounts.disable(FirstSeller.ID, "sample@example.com").join());

    assertEquals(Optional.empty(), caller(before));
    assertEquals("provider-account-shut", code(signIn()));
  }

  @Test
  void removedProvider_letsNobodyInAndWhoCameInIsOut() {
    Entered before = done(signIn());
    Departure departure = departure(HOST);
    Said said = said(issuer.follow(departure.provider()));
    done(providers.remove(FirstSeller.ID).join());

    assertEquals(Optional.empty(), caller(before));
    assertEquals("provider-state-refused", code(enter(HOST, departure, said)));
    assertEquals("provider-missing", code(leave.leave(HOST, "/account").join()));
  }

  @Test
  void secretAndSubject_areNotReadableOnRecord() throws IOException {
    done(signIn());
    String stored = stored(folder);

    assertFalse(stored.contains("nobody's+else"));
    assertFalse(stored.contains("subject-1"));
  }

  @Test
  void secret_staysTheClientsUntilAnotherClientIsNamed() {
    ProviderWish wish = wish(issuer.name(), "");
    done(providers.set(FirstSeller.ID, without(wish, wish.clientId())).join());
    done(signIn());
    done(providers.set(FirstSeller.ID, without(wish, "another-client")).join());
    assertTrue(
        done(providers.show(FirstSeller.ID).join()).provider().client().sealedSecret().isEmpty());
  }

  private static ProviderWish without(ProviderWish wish, String client) {
    return new ProviderWish(
        wish.name(), wish.issuer(), client, Optional.empty(), wish.scope(), wish.who());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://issuer.example.com", "https://issuer.example.com?x=1", "ftp://127.0.0.1",
        "https://user@issuer.example.com", "issuer", "https://issuer.example.com#x"
      })
  void issuerThatCouldBeReadOnTheWay_isRefused(String name) {
    assertEquals(
        "provider-setting-invalid", code(providers.set(FirstSeller.ID, wish(name, "")).join()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x=station", "x=shop", "x=", "=admin", "x"})
  void groupWithARoleOfMachines_isRefused(String mapped) {
    ProviderWish wish = wish(issuer.name(), "");
    ProviderWish.Who who =
        new ProviderWish.Who("groups", List.of(mapped), List.of("example.com"), "");

    assertEquals(
        "provider-setting-invalid",
        code(
            providers
                .set(
                    FirstSeller.ID,
                    new ProviderWish(
                        wish.name(),
                        wish.issuer(),
                        wish.clientId(),
                        wish.secret(),
                        wish.scope(),
                        who))
                .join()));
  }
}
