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
    Script script = new Script("6300", "6300");
    assertFalse(channels.open(READER, script).passesNativeCommands());

    assertEquals(List.of(NativePath.values()), profiles.candidates(READER));
  }

  @Test
  void readerThatKnowsNoSuchCommand_isNotTriedAgain() {
    Script script = new Script("6D00", "6E00");
    TagChannel channel = channels.open(READER, script);

    assertFalse(channel.passesNativeCommands());
    assertEquals(2, channel.probeExchanges());
    assertEquals(0, script.reactivations);
    assertEquals(List.of(), profiles.candidates(READER));
    assertEquals(List.of(NativePath.values()), profiles.candidates("Other Reader 00 00"));
  }

  /** The session was begun, so it is ended, though nothing can be done in it. */
  @Test
  void sessionThatPassesNothing_isEnded() {
    Script script = new Script("6D00", "C0030090009000", "6A81", "C0030090009000");
    assertFalse(channels.open(READER, script).passesNativeCommands());

    assertEquals("FFC20000028200", script.sent.getLast());
  }

  @Test
  void shortAnswer_isUnknownAndNotTakenForPages() {
    Script script = new Script("D5430000040402010013039000", "D54300E11012009000");
    TagChannel channel = channels.open(READER, script);

    assertThrows(ReaderFault.AnswerUnknown.class, () -> channel.read(3, 4));
  }

  @Test
  void blockThatIsNoPages_isUnknown() {
    Script script = new Script("6D00", "6D00", "E110129000", "9000");
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
