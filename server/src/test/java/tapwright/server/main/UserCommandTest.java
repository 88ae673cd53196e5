package tapwright.server.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandTest {

  private static final String PASSWORD = "seven green bottles";

  @TempDir private Path folder;

  private CommandRun user(String... words) throws Exception {
    return CommandProcess.run(folder.resolve("home"), "user", words);
  }

  private String password(String text) throws Exception {
    return Files.writeString(folder.resolve("password"), text + "\n").toString();
  }

  @Test
  void account_isMadeChangedAndListed() throws Exception {
    String file = password(PASSWORD);
    CommandRun made =
        user("create", "Sample@Example.com", "--role", "admin", "--password-file", file);
    assertEquals(0, made.code(), made.err());
    assertEquals("sample@example.com can sign in at /sign-in", made.out().strip());
    assertEquals(0, user("set-role", "sample@example.com", "--role", "auditor").code());
    assertEquals(0, user("disable", "sample@example.com").code());

    JsonNode listed = user("list", "--json").json();
    assertEquals("sample@example.com", listed.at("/0/name").asText());
    assertEquals("auditor", listed.at("/0/role").asText());
    assertTrue(listed.at("/0").has("disabledAt"));
    assertFalse(listed.toString().contains("argon2"));
  }

  @Test
  void whatIsRefused_saysWhatIsAllowed() throws Exception {
    CommandRun weak =
        user("create", "sample", "--role", "admin", "--password-file", password("password1234"));
    assertEquals(1, weak.code());
    assertEquals(
        "tapwright: password is a common password, perhaps with an ending, allowed is one that"
            + " nobody tries first",
        weak.err().strip());
    CommandRun machine =
        user("create", "sample", "--role", "station", "--password-file", password(PASSWORD));
    assertEquals(1, machine.code());
    assertEquals(
        "tapwright: role is station, allowed are admin, support, supervisor, fulfilment, auditor",
        machine.err().strip());
    CommandRun unknown = user("disable", "nobody");
    assertEquals(1, unknown.code());
    assertTrue(unknown.err().startsWith("tapwright: account is nobody, allowed is one of: "));
  }

  @Test
  void password_isNeverAnArgument() throws Exception {
    assertEquals(2, user("create", "sample", "--role", "admin", "--password", PASSWORD).code());
    CommandRun noTerminal = user("create", "sample", "--role", "admin");
    assertEquals(2, noTerminal.code());
    assertTrue(noTerminal.err().contains("--password-file"), noTerminal.err());
  }

  @Test
  void account_isBoundToAPersonOfAProviderOnly() throws Exception {
    String file = password(PASSWORD);
    user("create", "sample@example.com", "--role", "admin", "--password-file", file);

    CommandRun none = user("bind", "sample@example.com", "--subject", "subject-1");
    assertEquals(1, none.code());
    assertTrue(none.err().contains("no identity provider is set up for default"), none.err());
    assertEquals(0, user("unbind", "sample@example.com").code());
  }
}
