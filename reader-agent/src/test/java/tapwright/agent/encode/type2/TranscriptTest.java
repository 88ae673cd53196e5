package tapwright.agent.encode.type2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderFront;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.encode.Bench;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.IdleField;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.reader.ReaderCatalogue;
import tapwright.agent.reader.ReaderProfile;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannels;
import tapwright.agent.reader.TracedConnection;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** Each reader's transcript, against the agent and against the emulator, which share no code. */
class TranscriptTest {

  static List<String> readers() {
    return ReaderCatalogue.shipped().stream().map(ReaderProfile::id).toList();
  }

  @ParameterizedTest
  @MethodSource("readers")
  void agent_sendsWhatTheTranscriptSays(String id) {
    Transcript transcript = Transcript.of(id);
    ReplayedConnection replayed = new ReplayedConnection(transcript);
    TagChannels channels = new TagChannels(ReaderProfiles.inMemory());
    try (TagPresentation presentation =
        Type2Presentation.of(
            channels.open(transcript.setting("reader"), replayed), new IdleField(), () -> 0)) {
      EncodeOutcome outcome = presentation.encode(Bench.request(transcript.message()));
      EncodeOutcome.Verified verified =
          assertInstanceOf(EncodeOutcome.Verified.class, outcome, outcome.toString());
      assertEquals(transcript.message(), verified.message());
    }
    replayed.assertComplete();
  }

  /** What hardware said is for the agent to understand; the emulator need not match its tag. */
  static List<String> derived() {
    return readers().stream()
        .filter(id -> Transcript.of(id).setting("origin").startsWith("derived"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("derived")
  void emulator_answersAsTheTranscriptSays(String id) {
    Transcript transcript = Transcript.of(id);
    String[] tagWords = transcript.setting("tag").split(" ", 2);
    EmulatedTag tag = EmulatedTag.blank(EmulatedChip.valueOf(tagWords[0]), Uid.ofHex(tagWords[1]));
    ReaderFront front = new ReaderFront(ReaderKind.ofLabel(id).orElseThrow());
    front.loseAnswerOfWrite(Integer.parseInt(transcript.setting("lost")));
    tag.place();
    String command = "";
    for (String line : transcript.lines()) {
      if (line.equals(TracedConnection.FIELD_CYCLE)) {
        front.cycleField(tag);
      } else if (line.startsWith(">")) {
        command = line.substring(2);
      } else {
        assertEquals(line, "< " + front.answer(tag, Bytes.ofHex(command)), command);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("readers")
  void transcript_saysWhereItIsFrom(String id) {
    Transcript transcript = Transcript.of(id);

    assertTrue(transcript.setting("origin").matches("recorded .*|derived from .+"), id);
    assertEquals(id, ReaderCatalogue.profileOf(transcript.setting("reader")).id());
  }
}
