package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.nodes.Wait;
import tapwright.server.record.access.Role;
import tapwright.server.record.duty.OutEvent;
import tapwright.server.store.RecordUrl;

/** What a whole server writes to a customer. */
class MailDeliveryTest {

  @TempDir private Path folder;

  @Test
  void eventOfACard_isAMailInTheFolder_andOnRecordAsSent() throws IOException {
    RunningServer.Conduct careful = RunningServer.Conduct.CAREFUL;
    RunningServer.Conduct conduct =
        new RunningServer.Conduct(
            careful.whenStoreAway(),
            careful.keeping(),
            careful.watched(),
            careful.front(),
            Business.USUAL.with(
                new Outward(6_000, false, Optional.of("shop@example.com"), Optional.empty())));
    RecordUrl record = RecordUrl.ofFile(folder.resolve("mail.db"));
    try (LocalServer server = new LocalServer(folder, record, conduct)) {
      String support = server.token(FirstSeller.ID, Role.SUPPORT, "support");
      happened(server, server.order("A-1", "https://example.com/").get("cardId").asText());
      Wait.until(
          "the mail is on record as sent",
          Duration.ofMinutes(1),
          () -> mails(server, support).at("/0/state").asText().equals("sent"),
          () -> mails(server, support).toString());

      assertEquals(1, mails(server, support).size());
      String id = mails(server, support).at("/0/mailId").asText();
      assertEquals(List.of(folder.resolve("mail/" + id + ".eml")), laid());
      assertTrue(Files.readString(laid().getFirst()).contains("To: <sample@example.com>\r\n"));
    }
  }

  private List<Path> laid() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
      return files.toList();
    }
  }

  private static JsonNode mails(LocalServer server, String token) {
    return LocalServer.json(server.send("GET", "/api/v1/mails", token, "")).get("mails");
  }

  private static void happened(LocalServer server, String card) {
    OutEvent event =
        new OutEvent(
            "received-one",
            FirstSeller.ID,
            "claim.received",
            "{\"claimId\": \"C1\", \"cardId\": \"%s\"}".formatted(card),
            Instant.parse("2026-03-02T08:00:00Z"));
    server.installation().store().writeAcrossSellers(all -> all.outbox().add(event)).join();
  }
}
