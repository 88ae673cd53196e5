package tapwright.server.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
}
