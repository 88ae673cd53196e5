package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.CardStatus;
import tapwright.core.card.Slug;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tag.Uid;
import tapwright.core.wire.JobSecrets;
import tapwright.core.wire.StationEvent;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.card.Chip;
import tapwright.server.record.card.Protection;
import tapwright.server.security.SecretVault;

/**
 * Signed links over HTTP, on cards with the chip, the keys and the link of AN12196 rev. 2.0, tables
 * 2 and 4: five keys of zeros, read 61.
 */
class SignedLinkTest {

  private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)";
  private static final String E = "EF963FF7828658A599F3041510671E88";
  private static final String C = "94EED9EE65337086";
  private static final String QUERY = "?e=" + E + "&c=" + C;
  private static final String UID = "04DE5F1EACC040";
  private static final int READ = 61;
  private static final String ORDER = "signed-1";

  @TempDir private static Path folder;
  private static LocalServer server;

  @BeforeAll
  static void start() {
    server = new LocalServer(folder);
    server.order(ORDER, "https://example.com/ordered");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void firstTap_countsAndTheSameLinkAgainDoesNot() {
    Card card = issued(READ - 1);

    assertEquals(302, tap(card, QUERY).statusCode());
    assertEquals("{\"tap\":1}", usage(card));
    assertEquals(302, tap(card, QUERY).statusCode());
    assertEquals(302, tap(card, "?e=" + E.toLowerCase(Locale.ROOT) + "&c=" + C).statusCode());
    assertEquals("{\"replay\":2,\"tap\":1}", usage(card));
  }

  @Test
  void anyFlippedBit_isForgedAndLeadsOn() {
    Card card = issued(0);

    assertEquals(302, tap(card, QUERY.replace("?e=E", "?e=F")).statusCode());
    assertEquals(302, tap(card, QUERY.replace("&c=9", "&c=8")).statusCode());
    tap(card, "?e=" + E);
    assertEquals("{\"forged\":3}", usage(card));
  }

  @Test
  void readsOfTheStationAndTheLinkAlone_areReplays() {
    Card card = issued(READ);

    tap(card, QUERY);
    tap(card, "");
    tap(card, "?e=" + "0".repeat(32) + "&c=" + "0".repeat(16));
    tap(card, "?m=" + UID + "x0000FF");
    assertEquals("{\"replay\":4}", usage(card));
  }

  @Test
  void machinesThatLookFirst_leaveTheReadToThePerson() {
    Card card = issued(0);

    server.send(link(card, QUERY).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    server.send(link(card, QUERY).header("Sec-Purpose", "prefetch"));
    server.send(link(card, QUERY).setHeader("User-Agent", "WhatsApp/2.23.20.0 A"));
    tap(card, QUERY);
    assertEquals("{\"preview\":3,\"tap\":1}", usage(card));
  }

  @Test
  void oneReadManyTimesAtOnce_countsOnce() {
    Card card = issued(0);

    try (ExecutorService phones = Executors.newFixedThreadPool(16)) {
      IntStream.range(0, 100).forEach(i -> phones.execute(() -> tap(card, QUERY)));
    }
    assertEquals("{\"replay\":99,\"tap\":1}", usage(card));
  }

  @Test
  void theSameChipInAnotherCard_isForgedThere() {
    Card card = issued("04DE5F1EACC041", 0);

    tap(card, QUERY);
    assertEquals("{\"forged\":1}", usage(card));
  }

  /** Counter and class are on record; the message itself is in no file and in no answer. */
  @Test
  void record_keepsTheCounterAndNotTheMessage() throws IOException {
    Card card = issued(0);
    HttpResponse<String> first = tap(card, QUERY);
    HttpResponse<String> forged = tap(card, QUERY.replace("&c=9", "&c=8"));

    assertFalse((first.headers().map() + first.body() + forged.headers().map()).contains(E));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String held = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(held.contains(E) || held.contains(C), file + " holds a signed message");
      }
    }
    assertEquals(
        List.of("forged bare signature_wrong null", "tap signed new_counter " + READ),
        hitsOnRecord(card));
  }

  private static List<String> hitsOnRecord(Card card) {
    List<String> hits = new ArrayList<>();
    String url = "jdbc:sqlite:" + server.installation().database().file();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT class || ' ' || assurance || ' ' || reason || ' ' ||"
                    + " coalesce(counter, 'null') FROM hit WHERE card_id = "
                    + card.id().value()
                    + " ORDER BY 1")) {
      while (row.next()) {
        hits.add(row.getString(1));
      }
      return hits;
    } catch (SQLException e) {
      throw new AssertionError("the record cannot be read", e);
    }
  }

  private static HttpResponse<String> tap(Card card, String query) {
    return server.send(link(card, query));
  }

  private static HttpRequest.Builder link(Card card, String query) {
    return HttpRequest.newBuilder(server.uri("/t/" + card.slug() + query))
        .header("User-Agent", PHONE);
  }

  private static String usage(Card card) {
    return LocalServer.json(server.send("GET", "/api/v1/cards/" + card.id(), server.shop, ""))
        .get("usage")
        .toString();
  }

  private static Card issued(int baseline) {
    return issued(UID, baseline);
  }

  /** A card beside the ordered one, with the example's chip in it, given out. */
  private static Card issued(String uid, int baseline) {
    Installation on = server.installation();
    CardId id = CardId.draw(on.random());
    Slug slug = Slug.draw(on.random());
    return on.store()
        .writeAcrossSellers(records -> issued(records, id, slug, chip(uid, baseline)))
        .join();
  }

  private static Chip chip(String uid, int baseline) {
    Bytes message = Bytes.ofUtf8("the message of the example").sha256();
    return new Chip(
        Uid.ofHex(uid), "NTAG 424 DNA", baseline, 1, message, Set.of(StationEvent.Finished.KEYS));
  }

  private static Card issued(Records records, CardId id, Slug slug, Chip chip) {
    Instant now = server.installation().clock().instant();
    Card ordered =
        new Card(
            id,
            FirstSeller.ID,
            slug,
            records.orders().byNumber(FirstSeller.ID, ORDER).orElseThrow().id(),
            "placement of " + id,
            CardStatus.ORDERED,
            0,
            "https://example.com/signed",
            LinkCounting.SUN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            now);
    records.cards().add(ordered, 1);
    records.protections().add(id, FirstSeller.ID, new Protection(false, Optional.of(zeros(id))));
    CardStatus blank = CardStatus.ORDERED;
    CardStatus issued = new CardStatus(CardState.ISSUED, blank.shipping(), blank.tier(), Set.of());
    Card made =
        new Card(
            id,
            FirstSeller.ID,
            slug,
            ordered.orderId(),
            ordered.placementId(),
            issued,
            1,
            ordered.target(),
            LinkCounting.SUN,
            Optional.of(chip),
            Optional.of(true),
            Optional.empty(),
            now);
    records.cards().change(made, new CardHistory(1, "issued", "", "test", "", now, now));
    return made;
  }

  /** The keys that the example is signed with, as they are kept. */
  private static Bytes zeros(CardId card) {
    List<String> keys = Collections.nCopies(5, "0".repeat(32));
    return new SecretVault(server.installation().keys(), server.installation().random())
        .seal(new JobSecrets(null, null, keys), FirstSeller.ID, card);
  }
}
