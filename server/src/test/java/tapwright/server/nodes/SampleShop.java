package tapwright.server.nodes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.Slug;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.SigningChip;
import tapwright.core.tag.dna.SunKeys;

/** A shop that orders cards, with a station that makes them, over HTTP. */
final class SampleShop implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Above the numbers of all cards that are tapped. */
  private static final int EXTRA = 10_000;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;
  private final Tokens tokens;
  private int requests;

  /** The secrets by which shop and station show who they are. */
  record Tokens(String shop, String station) {}

  SampleShop(URI server, Tokens tokens) {
    this.server = server;
    this.tokens = tokens;
  }

  /** So many cards, every second one with a chip that signs; made and given out. */
  List<SampleCard> cards(int count) {
    List<SampleCard> cards = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cards.add(card(i, i % 2 == 0 ? LinkCounting.SUN : LinkCounting.MIRROR));
    }
    return cards;
  }

  /** One more card, made and given out, whose number nobody has had. */
  SampleCard more() {
    return card(EXTRA + requests, LinkCounting.SUN);
  }

  private SampleCard card(int number, LinkCounting counting) {
    JsonNode placed = order(number, counting).at("/cards/0");
    JsonNode job = station("/station/v2/leases", "{\"max\": 1}").at("/jobs/0");
    Uid uid = Uid.ofHex("04%012X".formatted(0xA000 + number));
    String made = made(uid, job, counting);
    String status = station("/station/v1/events", made).at("/results/0/status").asText();
    if (!status.equals("TAKEN")) {
      throw new AssertionError("the card was not made: " + status);
    }
    String id = placed.get("cardId").asText();
    happens(id, "issued");
    return new SampleCard(
        id, Slug.parse(placed.get("slug").asText()).orElseThrow(), uid, signer(job, counting));
  }

  /** Lets an event happen to the card. */
  void happens(String card, String event) {
    send(
        "POST",
        "/api/v1/cards/" + card + "/events",
        tokens.shop(),
        "{\"event\": \"" + event + "\"}");
  }

  /** Leads the card elsewhere from now on. */
  void lead(String card, String target) {
    send(
        "PUT",
        "/api/v1/cards/" + card + "/target",
        tokens.shop(),
        "{\"target\": \"" + target + "\"}");
  }

  private JsonNode order(int number, LinkCounting counting) {
    return send(
        "POST",
        "/api/v1/orders",
        tokens.shop(),
        """
        {"orders": [{"order": "N-%d", "target": "https://example.com/%d", "counting": "%s",
          "contact": {"name": "Sample Person"}}]}
        """
            .formatted(number, number, counting == LinkCounting.SUN ? "sun" : "mirror"));
  }

  private static String made(Uid uid, JsonNode job, LinkCounting counting) {
    boolean signs = counting == LinkCounting.SUN;
    Bytes message =
        CardMessages.of(new Link(job.get("link").asText()), Optional.empty(), counting).getFirst();
    return """
    {"events": [{"eventId": "made-%s", "jobId": "%s", "at": "2026-03-02T08:00:00Z",
      "kind": "VERIFIED", "encoded": {"uid": "%s", "model": "%s", "message": "%s",
      "counterBaseline": %d, "exchanges": 18, "finished": [%s]}}]}
    """
        .formatted(
            uid,
            job.get("jobId").asText(),
            uid,
            signs ? "NTAG 424 DNA" : "NTAG215",
            message.toHex(),
            SampleCard.BASELINE,
            signs ? "\"KEYS\"" : "");
  }

  /** Key 1 enciphers and key 2 signs, as the station sets the chip up. */
  private static Optional<SigningChip> signer(JsonNode job, LinkCounting counting) {
    if (counting != LinkCounting.SUN) {
      return Optional.empty();
    }
    JsonNode keys = job.at("/secrets/keys");
    return Optional.of(new SigningChip(new SunKeys(key(keys, 1), key(keys, 2))));
  }

  private static AesKey key(JsonNode keys, int number) {
    return new AesKey(Bytes.ofHex(keys.get(number).asText()));
  }

  private JsonNode station(String path, String body) {
    return send("POST", path, tokens.station(), body);
  }

  /** What the server answers, which is no error. */
  private JsonNode send(String method, String path, String token, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "sample-" + requests++)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + path, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while a request ran", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
