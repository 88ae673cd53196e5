package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that shows whose card it is, over HTTP. */
class ShareTest {

  private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)";

  @TempDir private static Path folder;
  private static LocalServer server;

  @BeforeAll
  static void start() {
    server = new LocalServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void openingThenSaving_countsOnce() {
    JsonNode placed = issued("share-1", "04000000000101");
    String page = "/s/" + placed.get("slug").asText();

    HttpResponse<String> opened = server.get(page, "User-Agent", PHONE);
    HttpResponse<String> saved = saved(page, opened);

    assertEquals(200, opened.statusCode());
    assertEquals("text/html; charset=utf-8", header(opened, "Content-Type"));
    assertTrue(opened.body().contains("<h1 dir=\"auto\">Sample Person</h1>"), opened.body());
    assertTrue(header(opened, "Set-Cookie").contains("Path=" + page));
    assertTrue(header(opened, "Set-Cookie").contains("Max-Age=1800"));
    assertTrue(saved.body().contains("FN:Sample Person\r\n"), saved.body());
    assertTrue(saved.headers().firstValue("Set-Cookie").isEmpty());
    assertEquals("{\"repeat\":1,\"share\":1}", usage(placed));
  }

  @Test
  void theCard_tellsWhereItsPageIsAndHowOftenItWasUsed() {
    JsonNode placed = issued("share-used", "04000000000109");
    server.get("/s/" + placed.get("slug").asText(), "User-Agent", PHONE);

    JsonNode card =
        LocalServer.json(
            server.send("GET", "/api/v1/cards/" + placed.get("cardId").asText(), server.shop, ""));
    assertEquals(
        server.uri("/s/" + placed.get("slug").asText()).toString(), card.get("shareLink").asText());
    assertEquals("{\"tap\":0,\"share\":1}", card.get("used").toString());
  }

  @Test
  void savingThenOpening_countsOnce() {
    JsonNode placed = issued("share-2", "04000000000102");
    String page = "/s/" + placed.get("slug").asText();

    HttpResponse<String> saved = server.get(page + "/contact.vcf", "User-Agent", PHONE);
    server.get(page, "User-Agent", PHONE, "Cookie", cookie(saved));

    assertEquals("{\"repeat\":1,\"share\":1}", usage(placed));
  }

  @ParameterizedTest
  @CsvSource({"/s/, ''", "/S/, ''", "/s/, /contact.vcf"})
  void anotherSpelling_leadsToTheOneAndStoresNothing(String start, String end) {
    JsonNode placed = issued("share-7" + start.charAt(1) + end.length(), uid(start, end));
    String slug = placed.get("slug").asText();
    String spelt = start + slug.toLowerCase(Locale.ROOT) + end;

    HttpResponse<String> moved = server.get(spelt, "User-Agent", PHONE);

    assertEquals(308, moved.statusCode());
    assertEquals("/s/" + slug + end, header(moved, "Location"));
    assertEquals("no-store", header(moved, "Cache-Control"));
    assertTrue(moved.headers().firstValue("Set-Cookie").isEmpty());
    assertEquals("{}", usage(placed));
  }

  private static String uid(String start, String end) {
    return "0400000000012" + (start.equals("/S/") ? 0 : 1 + end.length() / 12);
  }

  @Test
  void theFile_isSavedUnderTheHoldersName() {
    JsonNode placed = issued("share-3", "04000000000103");

    HttpResponse<String> saved =
        server.get("/s/" + placed.get("slug").asText() + "/contact.vcf", "User-Agent", PHONE);

    assertEquals("text/vcard; charset=utf-8", header(saved, "Content-Type"));
    assertEquals(
        "attachment; filename=\"Sample-Person.vcf\"", header(saved, "Content-Disposition"));
    assertEquals("no-store", header(saved, "Cache-Control"));
    assertEquals("nosniff", header(saved, "X-Content-Type-Options"));
    assertEquals(
        """
        BEGIN:VCARD\r
        VERSION:3.0\r
        N:;Sample Person\r
        FN:Sample Person\r
        EMAIL:sample@example.com\r
        END:VCARD\r
        """,
        saved.body());
  }

  @Test
  void thePage_mayRunAndLoadNothing() {
    HttpResponse<String> page =
        server.get("/s/" + issued("share-4", "04000000000104").get("slug").asText());

    assertTrue(header(page, "Content-Security-Policy").startsWith("default-src 'none';"));
    assertEquals("no-store", header(page, "Cache-Control"));
    assertEquals("no-referrer", header(page, "Referrer-Policy"));
    assertFalse(page.body().contains("<script"), page.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/contact.vcf"})
  void aStoppedCard_givesNothingAway(String end) {
    JsonNode placed = issued("share-5" + end.length(), "0400000000011" + end.length() / 12);
    act(placed, "{\"event\": \"held\", \"hold\": \"support\"}");

    HttpResponse<String> page = server.get("/s/" + placed.get("slug").asText() + end);

    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("This card is paused"), page.body());
    assertFalse(page.body().contains("Sample"), page.body());
    assertEquals("{\"share\":1}", usage(placed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/contact.vcf"})
  void aPageThatItsSellerSwitchedOff_isAsIfItWereNotThere(String end) {
    JsonNode placed = issued("share-8" + end.length(), "0400000000013" + end.length() / 12);
    String page = "/s/" + placed.get("slug").asText() + end;
    settings("{\"activation\": \"first-tap\", \"sharePage\": false}", false);
    try {
      settings("{\"activation\": \"first-tap\"}", false);
      HttpResponse<String> off = server.get(page, "User-Agent", PHONE);

      assertEquals(404, off.statusCode());
      assertEquals(server.get("/s/0000000000" + end).body(), off.body());
      assertTrue(off.headers().firstValue("Set-Cookie").isEmpty());
      assertEquals("{}", usage(placed));
      assertEquals(302, server.get("/Q/" + placed.get("slug").asText()).statusCode());
    } finally {
      settings("{\"activation\": \"first-tap\", \"sharePage\": true}", true);
    }
    assertEquals(200, server.get(page, "User-Agent", PHONE).statusCode());
  }

  private static void settings(String wanted, boolean sharePage) {
    HttpResponse<String> set = server.send("PUT", "/api/v1/settings", server.shop, wanted);
    assertEquals(200, set.statusCode(), set.body());
    HttpResponse<String> got = server.send("GET", "/api/v1/settings", server.shop, "");
    assertEquals(LocalServer.json(set), LocalServer.json(got));
    assertEquals(sharePage, LocalServer.json(got).get("sharePage").asBoolean());
  }

  @Test
  void aMachinesLook_countsNothing() {
    JsonNode placed = issued("share-6", "04000000000106");
    String page = "/s/" + placed.get("slug").asText();

    HttpResponse<String> head = server.send(HttpRequest.newBuilder(server.uri(page)).HEAD());
    server.get(page, "User-Agent", "WhatsApp/2.23.20.0 A");
    server.get(page, "User-Agent", PHONE, "Sec-Fetch-Mode", "no-cors");
    server.get(page, "User-Agent", PHONE, "X-Purpose", "preview");
    server.get(page, "User-Agent", PHONE, "Sec-Fetch-Mode", "navigate");

    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    assertEquals("{\"preview\":4,\"share\":1}", usage(placed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/s/", "/s/0000000000", "/s/0000000000/contact.vcf", "/s//contact.vcf"})
  void noCard_isAPageThatStoresNothing(String path) {
    HttpResponse<String> response = server.get(path);

    assertEquals(404, response.statusCode());
    assertTrue(response.body().contains("no such card"));
  }

  private static HttpResponse<String> saved(String page, HttpResponse<String> opened) {
    return server.get(page + "/contact.vcf", "User-Agent", PHONE, "Cookie", cookie(opened));
  }

  private static String cookie(HttpResponse<String> answer) {
    return header(answer, "Set-Cookie").split(";", 2)[0];
  }

  private static JsonNode issued(String order, String uid) {
    JsonNode placed = server.order(order, "https://example.com/" + order);
    server.make(placed, uid);
    act(placed, "{\"event\": \"issued\"}");
    return placed;
  }

  private static void act(JsonNode placed, String event) {
    String path = "/api/v1/cards/" + placed.get("cardId").asText() + "/events";
    assertEquals(200, server.send("POST", path, server.shop, event).statusCode());
  }

  private static String usage(JsonNode placed) {
    String path = "/api/v1/cards/" + placed.get("cardId").asText();
    return LocalServer.json(server.send("GET", path, server.shop, "")).get("usage").toString();
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }
}
