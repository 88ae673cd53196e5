package tapwright.agent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tapwright.agent.pcsc.Atr;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.TagConnection;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** Opening a channel against readers and tags that the emulator has not. */
class TagChannelsTest {

  private static final String READER = "Some Reader 00 00";
  private static final Bytes GET_VERSION = Bytes.of(0x60);

  private final ReaderProfiles profiles = ReaderProfiles.inMemory();
  private final TagChannels channels = new TagChannels(profiles);

  /** An Ultralight C refuses GET_VERSION: the PN532 sees its 4-bit answer as a broken CRC. */
  @Test
  void tagThatTellsNoVersion_provesThePathAndIsWoken() {
    Script script = new Script("D543029000", "D543029000", "D54300E11012009000");
    TagChannel channel = channels.open(READER, script);

    assertTrue(channel.passesNativeCommands());
    assertEquals(1, channel.probeExchanges());
    assertThrows(ReaderFault.TagNak.class, () -> channel.exchange(GET_VERSION, "identifying"));
    assertEquals("E1101200", channel.read(3, 3).toHex());
    assertEquals(2, channel.exchanges());
    assertEquals(2, script.reactivations);
  }

  @Test
  void readerThatFailedThisOnce_isTriedAgainNextTime() {
    Script script = new Script("6300", "6300", "6300");
    assertFalse(channels.open(READER, script).passesNativeCommands());

    assertEquals(List.of(NativePath.values()), profiles.of(READER).candidates());
  }

  @Test
  void readerThatKnowsNoSuchCommand_isNotTriedAgain() {
    Script script = new Script("6D00", "6E00", "6D00");
    TagChannel channel = channels.open(READER, script);

    assertFalse(channel.passesNativeCommands());
    assertEquals(3, channel.probeExchanges());
    assertEquals(0, script.reactivations);
    assertEquals(List.of(), profiles.of(READER).candidates());
    assertEquals(List.of(NativePath.values()), profiles.of("Other Reader 00 00").candidates());
  }

  /** The session was begun, so it is ended, though nothing can be done in it. */
  @Test
  void sessionThatPassesNothing_isEnded() {
    Script script = new Script("6D00", "C0030090009000", "6A81", "C0030090009000", "6D00");
    assertFalse(channels.open(READER, script).passesNativeCommands());

    assertEquals("FFC20000028200", script.sent.get(3));
  }

  @Test
  void shortAnswer_isUnknownAndNotTakenForPages() {
    Script script = new Script("D5430000040402010013039000", "D54300E11012009000");
    TagChannel channel = channels.open(READER, script);

    assertThrows(ReaderFault.AnswerUnknown.class, () -> channel.read(3, 4));
  }

  /** A reader that passes 8 pages says so as a PN532 does, then as one that cuts answers off. */
  @Test
  void fastReadThatIsTooLong_isHalvedUntilItPassesForThisPresentation() {
    String page = "01020304";
    Script script =
        new Script(
            "D5430000040402010013039000",
            "D543079000",
            "D54300" + page.repeat(8) + "9000",
            "D54300" + page.repeat(7) + "9000",
            "D54300" + page.repeat(4) + "9000",
            "D54300" + page.repeat(4) + "9000");
    TagChannel channel = channels.open(READER, script);

    assertEquals(16 * 4, channel.read(4, 19).size());
    assertEquals(
        List.of(
            "FF00000003D44260",
            "FF00000005D4423A0413",
            "FF00000005D4423A040B",
            "FF00000005D4423A0C13",
            "FF00000005D4423A0C0F",
            "FF00000005D4423A1013"),
        script.sent);
    assertEquals(4, channel.pagesPerRead());
    assertEquals(60, profiles.of(READER).pagesPerFastRead());
  }

  @Test
  void fastReadOfFourPages_isNotHalvedAgain() {
    Script script = new Script("D5430000040402010013039000", "D543079000");
    TagChannel channel = channels.open(READER, script);

    assertThrows(ReaderFault.AnswerUnknown.class, () -> channel.read(4, 7));
    assertEquals(60, channel.pagesPerRead());
  }

  @Test
  void blockThatIsNoPages_isUnknown() {
    Script script = new Script("6D00", "6D00", "6D00", "E110129000", "9000");
    TagChannel channel = channels.open(READER, script);

    assertThrows(ReaderFault.AnswerUnknown.class, () -> channel.read(3, 3));
    assertThrows(ReaderFault.AnswerUnknown.class, () -> channel.read(3, 3));
    assertEquals(1, script.reactivations);
  }

  /** A reader that answers as written, whatever it is asked. */
  private static final class Script implements TagConnection {

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private int reactivations;

    Script(String... answers) {
      this.answers.addAll(List.of(answers));
    }

    @Override
    public Bytes transmit(Bytes command) {
      sent.add(command.toHex());
      return Bytes.ofHex(answers.removeFirst());
    }

    @Override
    public Atr atr() {
      return new Atr(Bytes.EMPTY);
    }

    @Override
    public Optional<Uid> uid() {
      return Optional.empty();
    }

    @Override
    public void reactivate() {
      reactivations++;
    }

    @Override
    public void close() {}
  }
}
