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
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.nodes.Wait;
import tapwright.server.notify.mail.MailServerProcess;
import tapwright.server.notify.mail.Patience;
import tapwright.server.notify.mail.SmtpPlace;
import tapwright.server.notify.mail.SmtpServer;
import tapwright.server.record.access.Role;
import tapwright.server.record.duty.OutEvent;
import tapwright.server.store.RecordUrl;

/** What a whole server writes to a customer. */
class MailDeliveryTest {

  @TempDir private Path folder;

  private LocalServer server(Outward outward) {
    RunningServer.Conduct careful = RunningServer.Conduct.CAREFUL;
    RunningServer.Conduct conduct =
        new RunningServer.Conduct(
            careful.whenStoreAway(),
            careful.keeping(),
            careful.watched(),
            careful.front(),
            Business.USUAL.with(outward));
    return new LocalServer(folder, RecordUrl.ofFile(folder.resolve("mail.db")), conduct);
  }

  /** The mail's id, once it is on record as sent. */
  private static String sentId(LocalServer server) {
    String support = server.token(FirstSeller.ID, Role.SUPPORT, "support");
    happened(server, server.order("A-1", "https://example.com/").get("cardId").asText());
    Wait.until(
        "the mail is on record as sent",
        Duration.ofMinutes(1),
        () -> mails(server, support).at("/0/state").asText().equals("sent"),
        () -> mails(server, support).toString());
    assertEquals(1, mails(server, support).size());
    return mails(server, support).at("/0/mailId").asText();
  }

  @Test
  @Tag("smtp")
  void eventOfACard_isAMailAtTheMailServer_andOnRecordAsSent() {
    try (MailServerProcess there = MailServerProcess.plain(folder);
        LocalServer server = server(handingTo(there))) {
      String id = sentId(server);

      assertEquals(1, there.taken().size());
      assertEquals(
          "<" + id + "@example.com>", there.taken().getFirst().at("/headers/message-id").asText());
      assertEquals(
          "[\"sample@example.com\"]", there.taken().getFirst().get("receivers").toString());
    }
  }

  private static Outward handingTo(MailServerProcess there) {
    return new Outward(
        6_000,
        false,
        Optional.of("shop@example.com"),
        Optional.empty(),
        Optional.of(
            new SmtpServer(
                new SmtpPlace("127.0.0.1", there.port(), SmtpPlace.Security.PLAIN),
                Optional.empty(),
                Patience.of(Duration.ofSeconds(20)),
                (SSLSocketFactory) SSLSocketFactory.getDefault())));
  }

  @Test
  void eventOfACard_isAMailInTheFolder_andOnRecordAsSent() throws IOException {
    try (LocalServer server =
        server(new Outward(6_000, false, Optional.of("shop@example.com"), Optional.empty()))) {
      String id = sentId(server);
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
