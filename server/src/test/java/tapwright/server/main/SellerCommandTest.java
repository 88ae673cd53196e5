package tapwright.server.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SellerCommandTest {

  @TempDir private Path folder;

  private CommandRun seller(String... words) throws IOException, InterruptedException {
    return CommandProcess.run(folder.resolve("home"), "seller", words);
  }

  @Test
  void aSeller_isMadeOnceWithAHostThatNoOtherHas() throws Exception {
    CommandRun made = seller("create", "shop-b", "--host", "b.example.com");
    assertEquals(0, made.code(), made.err());
    assertEquals("seller shop-b: links begin with https://b.example.com", made.out().strip());
    assertEquals(1, seller("create", "shop-b").code());
    CommandRun taken = seller("host", "default", "b.example.com");
    assertEquals(
        "tapwright: host is b.example.com, allowed is one that no other seller has",
        taken.err().strip());
    assertEquals(0, seller("host", "shop-b").code());
    assertTrue(seller("list").lines().contains("seller shop-b: links begin with the server"));
  }

  @Test
  void aHostThatIsNone_isRefused() throws Exception {
    assertEquals(1, seller("create", "shop-b", "--host", "https://b.example.com").code());
    assertEquals(1, seller("host", "default", "b").code());
    assertEquals(2, seller("create", "Shop B").code());
  }

  @Test
  void anIdentityProvider_isSetShownAndRemoved() throws Exception {
    seller("create", "shop-b", "--host", "b.example.com");
    Path secret = Files.writeString(folder.resolve("secret"), "client-secret-text\n");
    CommandRun set =
        seller(
            "oidc",
            "set",
            "shop-b",
            "--name",
            "Example ID",
            "--issuer",
            "https://id.example.com",
            "--client-id",
            "tapwright",
            "--client-secret-file",
            secret.toString(),
            "--map",
            "support desk=support",
            "--map",
            "admins=admin",
            "--domain",
            "example.com");
    assertEquals(0, set.code(), set.err());
    assertTrue(set.lines().contains("client: tapwright, with a secret"), set.out());

    JsonNode shown = seller("oidc", "show", "shop-b", "--json").json();
    assertEquals("https://id.example.com", shown.at("/issuer").asText());
    assertEquals("support desk=support", shown.at("/roles/0").asText());
    assertEquals(
        "https://b.example.com/sign-in/provider/return", shown.at("/redirectUri").asText());
    assertFalse(shown.toString().contains("client-secret-text"));
    assertEquals(0, seller("oidc", "remove", "shop-b").code());
    assertEquals(1, seller("oidc", "show", "shop-b").code());
  }

  @Test
  void anIdentityProviderThatLetsInEverybodyOrMachines_isRefused() throws Exception {
    assertEquals(0, seller("create", "shop-b").code());
    String[] words = {
      "oidc",
      "set",
      "default",
      "--name",
      "Example ID",
      "--issuer",
      "https://id.example.com",
      "--client-id",
      "tapwright",
      "--map",
      "admins=station"
    };
    CommandRun machines = seller(words);
    assertEquals(1, machines.code());
    assertEquals(
        "tapwright: --map is admins=station, allowed is GROUP=ROLE with one of the roles admin,"
            + " support, supervisor, fulfilment, auditor",
        machines.err().strip());
    words[words.length - 1] = "admins=admin";
    CommandRun everybody = seller(words);
    assertEquals(
        "tapwright: who may sign in is everybody, allowed is --domain, --require-group or both",
        everybody.err().strip());
  }
}
