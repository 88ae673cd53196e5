package tapwright.agent.main.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tapwright.agent.station.ReaderDoing;
import tapwright.agent.station.StationNews;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.Uid;

/** What staff read where nobody's terminal is. */
class ProgressLinesTest {

  private static final Uid CARD = Uid.ofHex("04E141124C2880");

  private final StringWriter written = new StringWriter();
  private final ProgressLines lines =
      new ProgressLines(new PrintWriter(written), OptionalInt.empty(), () -> Instant.EPOCH);

  private static StationNews refusedAt(String reader) {
    return new StationNews.TagRefused(reader, CARD, TagRefusal.READ_ONLY.with("seen", "0F"));
  }

  private void attach(String reader) {
    lines.on(new StationNews.AtReader(reader, ReaderDoing.WAITING, ""));
  }

  private List<String> said() {
    return written.toString().lines().toList();
  }

  @Test
  void refused_oneReader_namesTheCard() {
    attach("A");
    lines.on(refusedAt("A"));
    assertEquals(
        List.of(
            "card "
                + CARD
                + " refused: "
                + TagRefusal.READ_ONLY.with("seen", "0F").message()
                + "; put this card aside and take another"),
        said());
  }

  @Test
  void refused_twoReaders_namesTheReaderToo() {
    attach("A");
    attach("B");
    lines.on(refusedAt("B"));
    assertEquals(
        "B: card " + CARD + " refused: ",
        said().getFirst().substring(0, "B: card 04E141124C2880 refused: ".length()));
  }

  @Test
  void madeBefore_saysWhoseItIs() {
    attach("A");
    lines.on(new StationNews.MadeBefore("A", CARD, "line 2 (Anna Sample)"));
    assertEquals(
        List.of("card " + CARD + " is that of line 2 (Anna Sample), made before; take it away"),
        said());
  }
}
