package tapwright.agent.station.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.Finish;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.journal.TagStanding;
import tapwright.core.Bytes;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.Uid;

/** Cards of others, which one wrong password may end. */
class ForeignPasswordTest {

  private static final Bytes LINK = Bytes.ofHex("D1010C55046578616D706C652E636F6D");
  private static final TagPassword THEIRS =
      new TagPassword(Bytes.ofHex("A1B2C3D4"), Bytes.ofHex("5EC2"));
  private static final TagPassword OURS =
      new TagPassword(Bytes.ofHex("11223344"), Bytes.ofHex("5566"));

  @TempDir Path folder;

  @Test
  void cardOfAnotherStation_isTurnedAwayWithoutATryAndStaysTheirs() {
    EmulatedTag card = EmulatedTag.blank(EmulatedChip.NTAG213, Uid.ofHex("04111111111111"));
    EncodeRequest theirs = protectedBy(new PasswordSetting(THEIRS, false, 1));
    try (WalkStation station = new WalkStation(folder.resolve("theirs"), WalkStand.PRODUCT)) {
      present(station, card, theirs);
      assertInstanceOf(TagStanding.Done.class, station.standingOf(card));
    }
    try (WalkStation station = new WalkStation(folder.resolve("ours"), WalkStand.PRODUCT)) {
      List<StationNews> news =
          present(station, card, protectedBy(PasswordSetting.forWriting(OURS)));
      assertEquals("tag-password-foreign", refusal(news));
      assertInstanceOf(TagStanding.Free.class, station.standingOf(card));
    }
  }

  private static List<StationNews> present(
      WalkStation station, EmulatedTag card, EncodeRequest request) {
    WalkStand stand = station.stand(ReaderKind.ACR122U, WalkFault.NONE);
    return station.present(stand, card, "row", request);
  }

  private static EncodeRequest protectedBy(PasswordSetting setting) {
    Finish finish = new Finish(false, Optional.of(setting), Optional.empty());
    return new EncodeRequest(List.of(LINK), Counting.NONE, finish);
  }

  private static String refusal(List<StationNews> news) {
    return news.stream()
        .filter(StationNews.TagRefused.class::isInstance)
        .map(StationNews.TagRefused.class::cast)
        .map(refused -> refused.refusal().code().code())
        .findFirst()
        .orElse("none");
  }
}
