package tapwright.agent.station.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.Tear;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.TimeAndChance;
import tapwright.agent.encode.reader.TagEncodingReader;
import tapwright.agent.main.bench.encode.SampleLink;
import tapwright.agent.pcsc.ReaderSession;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannels;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.journal.TagStanding;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.Uid;

/** What becomes of card and row when an encoding is refused. */
class BlameTest {

  private static final Bytes MIRRORING =
      SampleLink.message("https://example.com/?m=" + EncodeRequest.MIRROR_PLACEHOLDER);
  private static final Finish PROTECT =
      new Finish(
          false,
          Optional.of(
              PasswordSetting.forWriting(
                  new TagPassword(Bytes.ofHex("C0FFEE42"), Bytes.ofHex("BEEF")))),
          Optional.empty());
  private static final EncodeRequest MIRRORED =
      new EncodeRequest(List.of(MIRRORING), Counting.MIRROR);
  private static final EncodeRequest PROTECTED =
      new EncodeRequest(List.of(MIRRORING), Counting.NONE, PROTECT);

  @TempDir Path folder;
  private WalkStation station;

  @BeforeEach
  void open() {
    station = new WalkStation(folder, WalkStand.PRODUCT);
  }

  @AfterEach
  void close() {
    station.close();
  }

  @Test
  void begunCard_onReaderWithoutNativeCommands_staysBegunAndIsFinishedOnAnother() {
    for (EncodeRequest request : List.of(MIRRORED, PROTECTED)) {
      EmulatedTag tag = blank(station.nextNumber());
      tag.tearAt(new Tear(5, 2));
      present(ReaderKind.ACR122U, tag, request);
      Bytes torn = tag.memory();

      Refusal refusal = refused(present(ReaderKind.FF_ONLY, tag, request));
      assertEquals(StationRefusal.READER_UNFIT, refusal.code());
      assertTrue(refusal.message().contains("lay it on another reader"), refusal.message());
      assertEquals(torn, tag.memory());
      assertInstanceOf(TagStanding.Begun.class, station.standingOf(tag));

      present(ReaderKind.SPRINGCARD, tag, request);
      assertInstanceOf(TagStanding.Done.class, station.standingOf(tag));
    }
  }

  @Test
  void freshCard_onReaderWithoutNativeCommands_isNobodysAndTheRowWaits() {
    EmulatedTag tag = blank(1);
    Refusal refusal = refused(present(ReaderKind.FF_ONLY, tag, MIRRORED));
    assertEquals("tag-mirror-needs-native", refusal.code().code());
    assertInstanceOf(TagStanding.Free.class, station.standingOf(tag));
    present(ReaderKind.PCSC, tag, MIRRORED);
    assertInstanceOf(TagStanding.Done.class, station.standingOf(tag));
  }

  @Test
  void wrongChipForSignedLink_isNobodysAndStaysAsItIs() {
    EmulatedTag tag = blank(1);
    EncodeRequest signed = new EncodeRequest(List.of(MIRRORING), Counting.SUN);
    Refusal refusal = refused(present(ReaderKind.ACR122U, tag, signed));
    assertEquals("tag-sun-unsupported", refusal.code().code());
    assertInstanceOf(TagStanding.Free.class, station.standingOf(tag));
    assertEquals(0, tag.writes());
  }

  /** Its row gets another, so that what was written must not go out as well. */
  @Test
  void cardThatTurnsOutLockedMidway_isGivenUp() {
    EmulatedTag tag = blank(1);
    tag.place();
    tag.answer(Bytes.ofHex("A282 01000000"));
    tag.lift();
    Bytes large = SampleLink.message(SampleLink.address(150, 'n'));
    EncodeRequest plain = new EncodeRequest(List.of(large), Counting.NONE);
    Refusal refusal = refused(present(ReaderKind.FF_ONLY, tag, plain));
    assertTrue(tag.writes() > 0);
    assertEquals("tag-pages-locked", refusal.code().code());
    assertInstanceOf(TagStanding.Scrapped.class, station.standingOf(tag));
  }

  /** It shows the row's message for good, so that no other may. */
  @Test
  void cardWhoseLockIsNotTaken_staysTheRowsUntilItIsGivenUp() {
    EncodeRequest locked =
        new EncodeRequest(
            List.of(SampleLink.message("https://example.com/t/ABC")),
            Counting.NONE,
            new Finish(true, Optional.empty(), Optional.empty()));
    EmulatedTag tag = blank(1);
    try (WalkStation deaf = new WalkStation(folder.resolve("deaf"), BlameTest::deafToLocks)) {
      Refusal refusal =
          refused(
              deaf.present(deaf.stand(ReaderKind.ACR122U, WalkFault.NONE), tag, "a row", locked));
      assertEquals(StationRefusal.UID_STUCK, refusal.code());
      assertTrue(refusal.message().contains("--lost"), refusal.message());
      assertInstanceOf(TagStanding.Begun.class, deaf.standingOf(tag));

      EmulatedTag other = blank(2);
      deaf.present(deaf.stand(ReaderKind.ACR122U, WalkFault.NONE), other, "a row", locked);
      assertEquals(0, other.writes());
    }
  }

  /** A reader in whose field nothing ever takes the dynamic lock bytes of an NTAG215. */
  private static EncodingReader deafToLocks(ReaderSession session) {
    Bytes lockWrite = Bytes.ofHex("D44001A282");
    return new TagEncodingReader(
        session,
        new TagChannels(ReaderProfiles.inMemory()),
        new TimeAndChance(() -> 0, new Random(1)),
        connection -> new SilencedConnection(connection, lockWrite));
  }

  private List<StationNews> present(ReaderKind kind, EmulatedTag tag, EncodeRequest request) {
    String owner = "row of " + tag.uid();
    return station.present(station.stand(kind, WalkFault.NONE), tag, owner, request);
  }

  private static Refusal refused(List<StationNews> news) {
    return assertInstanceOf(StationNews.TagRefused.class, news.getLast()).refusal();
  }

  private static EmulatedTag blank(int number) {
    EmulatedTag any = EmulatedTag.blank(EmulatedChip.NTAG215, Uid.ofHex("04000000000000"));
    return CopiedTag.numbered(any, number);
  }
}
