package tapwright.agent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.Bytes;

class NativePathTest {

  @ParameterizedTest
  @CsvSource({
    "DIRECT_TRANSMIT,60,FF00000003D44260",
    "DIRECT_TRANSMIT,3A042A,FF00000005D4423A042A",
    "DIRECT_TRANSMIT,A20403050102,FF00000009D44001A20403050102",
    "TRANSPARENT_SESSION,60,FFC200010395016000",
    "TRANSPARENT_SESSION,3A042A,FFC200010595033A042A00",
    "TRANSPARENT_SESSION,A20403050102,FFC20001089506A2040305010200"
  })
  void wrap_framesACommand(NativePath path, String command, String apdu) {
    assertEquals(apdu, path.wrap(Bytes.ofHex(command)).toHex());
  }

  @ParameterizedTest
  @CsvSource({
    "DIRECT_TRANSMIT,D5430000040402010013039000,Answer[data=0004040201001303]",
    "DIRECT_TRANSMIT,D541009000,Acknowledged[]",
    "DIRECT_TRANSMIT,D543029000,Refused[]",
    "DIRECT_TRANSMIT,D541029000,Unclear[status=PN532 02]",
    "DIRECT_TRANSMIT,D543019000,Unclear[status=PN532 01]",
    "DIRECT_TRANSMIT,6300,NotPassed[status=6300]",
    "DIRECT_TRANSMIT,6D00,NotPassed[status=6D00]",
    "DIRECT_TRANSMIT,9000,NotPassed[status=9000]",
    "DIRECT_TRANSMIT,D5439000,NotPassed[status=9000]",
    "DIRECT_TRANSMIT,'',NotPassed[status=none]",
    "TRANSPARENT_SESSION,C003009000970800040402010013039000,Answer[data=0004040201001303]",
    "TRANSPARENT_SESSION,C003009000960200009704203040509000,Answer[data=20304050]",
    "TRANSPARENT_SESSION,C00300900092010497010A9000,Acknowledged[]",
    "TRANSPARENT_SESSION,C0030090009000,Acknowledged[]",
    "TRANSPARENT_SESSION,C0030090009201049701009000,Refused[]",
    "TRANSPARENT_SESSION,C0030090009701BD9000,Answer[data=BD]",
    "TRANSPARENT_SESSION,C0030090009781029A9B9000,Answer[data=9A9B]",
    "TRANSPARENT_SESSION,C003009000978200029A9B9000,Answer[data=9A9B]",
    "TRANSPARENT_SESSION,C0030164019000,Unclear[status=6401]",
    "TRANSPARENT_SESSION,C003009000,NotPassed[status=9000]",
    "TRANSPARENT_SESSION,6A81,NotPassed[status=6A81]",
    "TRANSPARENT_SESSION,97049000,NotPassed[status=9000]"
  })
  void unwrap_readsAResponse(NativePath path, String response, String reply) {
    assertEquals(reply, path.unwrap(Bytes.ofHex(response)).toString());
  }

  @ParameterizedTest
  @EnumSource(NativePath.class)
  void unwrap_ofAnything_isSomeReply(NativePath path) {
    long seed = 20261122L;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(24)];
      random.nextBytes(bytes);
      Bytes response =
          i % 2 == 0 ? Bytes.copyOf(bytes) : Bytes.copyOf(bytes).plus(Bytes.of(0x90, 0));
      assertNotNull(path.unwrap(response), () -> "seed " + seed + " response " + response);
    }
  }

  @Test
  void label_roundTrips() {
    for (NativePath path : NativePath.values()) {
      assertEquals(path, NativePath.ofLabel(path.label()).orElseThrow());
    }
  }
}
