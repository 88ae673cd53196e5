package tapwright.server.main.bench.stage;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Passwords of databases that live as long as a benchmark. */
public final class Passwords {

  private static final int BYTES = 16;

  private Passwords() {}

  public static String draw(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
