package tapwright.core.tag.dna;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import tapwright.core.Bytes;
import tapwright.core.ndef.SignedPlace;

/** Whatever a link or a chip says of itself is taken or refused; nothing else comes out. */
class DnaFuzzTest {

  private static final AesKey KEY = new AesKey(Bytes.of(0x10).padTo(16));
  private static final SunKeys KEYS = new SunKeys(KEY, KEY);
  private static final Ev2Handshake HANDSHAKE = new Ev2Handshake(0, KEY, Bytes.zeros(16));
  private static final Ev2Session SESSION = new Ev2Session(Bytes.of(1, 2, 3, 4), KEY, KEY, 0);

  /** The two parameters stand one behind the other, a line feed between them. */
  @FuzzTest(maxDuration = "10m")
  void signedLink(byte[] input) {
    String[] parts = new String(input, StandardCharsets.ISO_8859_1).split("\n", 2);
    String code = parts.length > 1 ? parts[1] : "";
    SunMessage.enciphered(parts[0], code).then(message -> message.verify(KEYS));
    SunMessage.plain(parts[0], code).then(message -> message.verify(KEYS));
  }

  @FuzzTest(maxDuration = "10m")
  void signedPlace(byte[] input) {
    Bytes message = Bytes.copyOf(input);
    for (SignedPlace place : SignedPlace.values()) {
      place.in(message);
    }
    SdmLayout.of(message);
  }

  /** A challenge, and what is answered to the proof of it. */
  @FuzzTest(maxDuration = "10m")
  void handshake(byte[] input) {
    Bytes answers = Bytes.copyOf(input);
    int half = Math.min(answers.size(), 16);
    HANDSHAKE
        .answered(answers.slice(0, half))
        .then(proof -> proof.answered(answers.sliceFrom(half)));
  }

  @FuzzTest(maxDuration = "10m")
  void answer(byte[] input) {
    Bytes answer = Bytes.copyOf(input);
    FileDescription.parse(answer);
    SESSION.coded(An12196Commands.getKeyVersion(1)).answered(answer);
    SESSION.full(DnaCommand.getFileSettings(DnaFile.NDEF)).answered(answer);
  }
}
