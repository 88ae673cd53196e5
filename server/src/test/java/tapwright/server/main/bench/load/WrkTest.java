package tapwright.server.main.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tapwright.server.main.installation.ServerFault;

class WrkTest {

  @Test
  void parse_takesTheLineOfTheScript() {
    Wrk.Result result =
        Wrk.parse(
            """
            Running 1s test @ http://127.0.0.1:1/
              2250 requests in 1.00s, 1.12MB read
            taps answered=2240 errors=10 lost=3 micros=2000000 p50=819 p99=2030
            """);

    assertEquals(new Wrk.Result(2240, 10, 3, 2_000_000, 819, 2030), result);
    assertEquals(1120.0, result.perSecond());
  }

  @Test
  void parse_ofAnythingElse_saysWhatWasSaid() {
    ServerFault fault =
        assertThrows(ServerFault.class, () -> Wrk.parse("unable to connect to 127.0.0.1:1\n"));

    assertTrue(String.valueOf(fault.getMessage()).contains("unable to connect"), fault::getMessage);
  }
}
