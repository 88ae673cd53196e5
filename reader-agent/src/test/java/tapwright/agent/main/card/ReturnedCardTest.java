package tapwright.agent.main.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.Tear;
import tapwright.agent.main.console.Console;
import tapwright.core.Bytes;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tag.Uid;
import tapwright.core.wire.InspectionReply;
import tapwright.core.wire.InspectionRequest;
import tapwright.core.wire.ReturnReply;
import tapwright.core.wire.WireVersion;

/** What a claim is told of a card that came back, by the server's word and by this desk's doing. */
class ReturnedCardTest extends CardDesk {

  private static final String RMA = "R-1";
  private static final String MINE = "https://example.com/t/MINE";
  private static final String NEXT = "https://example.com/t/NEXT";
  private static final Uid UID = Uid.ofHex("04112233445566");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmulatedTag tag = EmulatedTag.blank(EmulatedChip.NTAG213, UID);
  private final List<InspectionRequest> told = new ArrayList<>();
  private HttpServer server;
  private @Nullable String known = hash(MINE);
  private Uid expected = UID;

  @BeforeEach
  void open() throws IOException {
    reader.place(tag);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        WireVersion.RETURNS_PATH,
        exchange ->
            answer(
                exchange,
                new ReturnReply(RMA, "received", true, "SLUG", expected.toString(), known)));
    server.createContext(WireVersion.INSPECTIONS_PATH, this::take);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void cardAsItWasMade_works() {
    assertDone("card", "write", "--url", MINE);
    assertTold("works", true);
    assertFalse(said().contains(MINE), "what it shows may be a customer's contact");
  }

  @Test
  void cardThatSomebodyChanged_isTamperedWith() {
    assertDone("card", "write", "--url", MINE);
    tag.answer(Bytes.ofHex("A20858585858"));
    assertTold("tampered", false);
    assertTrue(said().contains("as is on record"), said());
  }

  @Test
  void cardThatThisDeskEmptied_isNotTamperedWith() {
    assertDone("card", "write", "--url", MINE);
    assertDone("card", "erase", "--again");
    assertTold("unknown", null);
  }

  @Test
  void cardThatWasTornAtThisDesk_isNotTamperedWith() {
    assertDone("card", "write", "--url", MINE);
    tag.tearAt(new Tear(3, 1));
    assertEquals(Console.WORLD_FAILED, run("card", "write", "--url", NEXT, "--again"));
    reader.place(tag);
    assertTold("unknown", null);
  }

  @Test
  void cardThatThisDeskWroteWithoutTelling_isNotTamperedWith() {
    assertDone("card", "write", "--url", MINE);
    assertDone("card", "write", "--url", NEXT, "--again");
    assertTold("unknown", null);
  }

  /** As after staff said content-rewritten: the journal still knows what this desk wrote. */
  @Test
  void cardOfWhichTheServerHasReadNothing_isComparedWithThisDesksWriteAlone() {
    known = null;
    assertDone("card", "write", "--url", NEXT);
    assertTold("works", true);
    tag.answer(Bytes.ofHex("A20858585858"));
    assertTold("works", null);
  }

  @Test
  void adoptedCardThatIsEmpty_isNotTamperedWith() {
    known = null;
    assertTold("unknown", null);
  }

  /** It might be the wrong card of two that lie on the desk. */
  @Test
  void anotherCard_isLookedAtAgainBeforeItIsTold() {
    expected = Uid.ofHex("04112233445577");
    assertDone("card", "write", "--url", MINE);
    assertEquals(Console.NO, inspect());
    assertTrue(complained().contains("--not-ours"), complained() + said());
    assertEquals(List.of(), told);

    assertEquals(Console.DONE, inspect("--not-ours"), complained() + said());
    assertEquals("not-ours", told.getLast().verdict());
  }

  private void assertTold(String verdict, @Nullable Boolean contentMatchesOrder) {
    assertEquals(Console.DONE, inspect(), complained() + said());
    assertEquals(verdict, told.getLast().verdict(), said());
    if (contentMatchesOrder == null) {
      assertNull(told.getLast().contentMatchesOrder(), said());
    } else {
      assertEquals(contentMatchesOrder, told.getLast().contentMatchesOrder(), said());
    }
  }

  private int inspect(String... more) {
    List<String> usual =
        List.of(
            "station",
            "inspect",
            "--rma",
            RMA,
            "--server",
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "--token-file",
            token().toString());
    return run(Stream.concat(usual.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private Path token() {
    try {
      return Files.writeString(folder.resolve("token"), "a-token-of-some-length");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    InspectionRequest found =
        JSON.readValue(exchange.getRequestBody().readAllBytes(), InspectionRequest.class);
    told.add(found);
    answer(exchange, new InspectionReply(RMA, found.verdict(), "C-1", "review"));
  }

  private static void answer(HttpExchange exchange, Object reply) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] body = JSON.writeValueAsString(reply).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String hash(String link) {
    return CardMessages.of(new Link(link), Optional.empty(), LinkCounting.NONE)
        .getFirst()
        .sha256()
        .toHex();
  }
}
