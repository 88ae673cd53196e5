package tapwright.core.ndef;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import tapwright.core.Bytes;
import tapwright.core.Checked;

/** Messages and contacts from anywhere are taken or refused; nothing else comes out. */
class NdefFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void message(byte[] input) {
    if (NdefMessage.decode(Bytes.copyOf(input))
        instanceof Checked.Passed<NdefMessage>(NdefMessage message)) {
      assertEquals(message, NdefMessage.decode(message.encode()).orThrow());
    }
  }

  @FuzzTest(maxDuration = "10m")
  void vcardFile(byte[] input) {
    if (VCardFile.of(Bytes.copyOf(input)) instanceof Checked.Passed<VCardFile>(VCardFile file)) {
      assertEquals(Bytes.copyOf(input), file.content());
    }
  }
}
