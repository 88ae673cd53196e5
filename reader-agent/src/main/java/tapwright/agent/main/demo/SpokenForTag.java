package tapwright.agent.main.demo;

import java.net.URI;
import tapwright.core.tag.Uid;

/** A real card's taps without a phone: the links that its chip would show, one after the other. */
final class SpokenForTag implements TapSource {

  private final String link;
  private final Uid uid;
  private int counter;

  /**
   * @param link the card's link without mirror
   * @param counterBaseline the chip's counter after the station's own reads
   */
  SpokenForTag(String link, Uid uid, int counterBaseline) {
    this.link = link;
    this.uid = uid;
    this.counter = counterBaseline;
  }

  @Override
  public URI nextLink() {
    counter++;
    return URI.create("%s?m=%sx%06X".formatted(link, uid, counter));
  }
}
