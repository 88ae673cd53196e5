package tapwright.agent.main.demo;

import java.net.URI;

/** Where the links of taps come from: a tag that is read, or one that is spoken for. */
@FunctionalInterface
interface TapSource {

  /** The link that the chip shows at the next tap; each tap counts its counter up. */
  URI nextLink();
}
