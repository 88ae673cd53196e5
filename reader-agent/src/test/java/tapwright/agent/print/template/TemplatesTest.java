package tapwright.agent.print.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.print.Refused;
import tapwright.agent.print.stock.Stocks;

class TemplatesTest {

  private static final Path SHIPPED =
      Path.of(
          Objects.requireNonNull(System.getProperty("tapwright.root")),
          "reader-agent/src/main/resources/tapwright/labels");

  @TempDir Path folder;

  @Test
  void shipped_templates_areTheFilesOfTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(SHIPPED)) {
      assertEquals(
          files.map(file -> file.getFileName().toString()).sorted().toList(),
          Templates.shipped().all().stream().map(one -> one.id() + ".yaml").sorted().toList());
    }
  }

  @Test
  void page_templateOfOnesOwn_isReadAsItStandsThere() throws IOException {
    String page = Files.readString(SHIPPED.resolve("../../../../../../docs/labels.md"));
    String[] blocks = page.split("```(yaml)?\n", -1);
    LabelTemplate shelf = TemplateReader.read("labels.md", blocks[1]).orThrow();
    assertEquals("shelf-label", shelf.id());
    String sheet = blocks[1].replace("stock: dymo-57x32\n", blocks[3]);
    assertEquals("own", TemplateReader.read("labels.md", sheet).orThrow().stock().id());
  }

  @Test
  void page_stocks_areNamedEach() throws IOException {
    String page = Files.readString(SHIPPED.resolve("../../../../../../docs/labels.md"));
    Stocks.all().forEach(stock -> assertTrue(page.contains("`" + stock.id() + "`"), stock.id()));
  }

  @Test
  void shippedAnd_folder_addsItsTemplatesAndReplacesThoseOfTheSameId() throws IOException {
    String small = Files.readString(SHIPPED.resolve("small-label.yaml"));
    Files.writeString(
        folder.resolve("a.yaml"), small.replace("template: small-label", "template: mine"));
    Files.writeString(folder.resolve("b.yaml"), small.replaceFirst("title: .*", "title: Ours"));
    Files.writeString(folder.resolve("notes.txt"), "no template");
    Templates all = Templates.shippedAnd(folder).orThrow();
    assertEquals(Templates.shipped().all().size() + 1, all.all().size());
    assertEquals("Ours", all.named("--template", "small-label").orThrow().title());
    assertEquals("mine", all.named("--template", "mine").orThrow().id());
  }

  @Test
  void shippedAnd_folderThatIsNotThere_hasTheShippedOnes() {
    Templates all = Templates.shippedAnd(folder.resolve("none")).orThrow();
    assertEquals(Templates.shipped().all().size(), all.all().size());
  }

  @Test
  void shippedAnd_fileThatIsWrong_isRefusedWithItsPath() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), "template: bad\n");
    String message = Refused.by(Templates.shippedAnd(folder)).message();
    assertEquals(
        folder.resolve("bad.yaml") + ":1:1: no key 'stock'; allowed is the key with a value",
        message);
  }

  @Test
  void shippedAnd_twoFilesOfOneId_areRefused() throws IOException {
    String text = "template: mine\ntitle: Mine\nstock: dymo-57x32\nparts: []\n";
    Files.writeString(folder.resolve("a.yaml"), text);
    Files.writeString(folder.resolve("b.yaml"), text);
    String message = Refused.by(Templates.shippedAnd(folder)).message();
    assertEquals(
        folder.resolve("b.yaml")
            + " has the id mine, as another file beside it has; allowed is an id of its own",
        message);
  }

  @Test
  void shippedAnd_fileThatIsNoText_isRefused() throws IOException {
    Files.write(folder.resolve("bad.yaml"), "title: ö".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(TemplateRefusal.FILE, Refused.by(Templates.shippedAnd(folder)).code());
  }

  @Test
  void named_unknown_isRefusedWithTheKnownOnes() {
    String message = Refused.by(Templates.shipped().named("--template", "label")).message();
    assertTrue(
        message.startsWith("--template is 'label'; allowed are card-back, card-front, "), message);
  }

  @Test
  void all_templates_areInTheOrderOfTheirIds() {
    List<String> ids = Templates.shipped().all().stream().map(LabelTemplate::id).toList();
    assertEquals(ids.stream().sorted().toList(), ids);
  }
}
