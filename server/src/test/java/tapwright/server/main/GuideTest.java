package tapwright.server.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.house.RefusalPage;

/** What the guide shows is what works: its commands are run and its snippets used, in its order. */
class GuideTest {

  private static final Pattern BLOCK = Pattern.compile("```(sh|yaml)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir private Path folder;

  @Test
  void commandsOfTheGuide_runInItsOrder() throws IOException {
    String guide = Files.readString(RefusalPage.projectFolder().resolve("docs/policies.md"));
    int commands = 0;
    Matcher blocks = BLOCK.matcher(guide);
    while (blocks.find()) {
      if (blocks.group(1).equals("yaml")) {
        use(blocks.group(2));
        continue;
      }
      for (String line : blocks.group(2).lines().toList()) {
        CommandRun run = run(line);
        assertEquals(0, run.code(), line + "\n" + run.err() + run.out());
        commands++;
      }
    }
    assertTrue(commands >= 5, "only " + commands + " commands were run");
  }

  private CommandRun run(String line) {
    assertTrue(line.startsWith("tapwright policy "), line);
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line.substring("tapwright policy ".length()));
    while (matcher.find()) {
      String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      words.add(word.equals("CASES") ? folder.resolve("cases").toString() : word);
    }
    words.addAll(List.of("--policies", folder.toString()));
    return CommandRun.of("policy", words.toArray(String[]::new));
  }

  /** Version 2 as the guide dates it, in the template's year; or the settings of overlays. */
  private void use(String snippet) throws IOException {
    if (snippet.startsWith("my-shop:")) {
      Files.writeString(folder.resolve("overlays.yaml"), snippet);
      assertTrue(
          run("tapwright policy list").out().contains("my-shop@2+law-eu@1"), "no overlay is on");
      return;
    }
    String first = Files.readString(folder.resolve("my-shop.yaml"));
    String year = first.replaceAll("(?s).*from: (\\d{4})-01-01.*", "$1");
    String rest =
        Stream.of(first.split("\n", -1))
            .filter(line -> !line.startsWith("version:") && !line.startsWith("inForce:"))
            .reduce("", (text, line) -> text + line + "\n");
    Files.writeString(
        folder.resolve("my-shop-2.yaml"), snippet.replaceAll("\\b2026\\b", year) + rest);
  }
}
