package tapwright.core.policy;

import java.util.List;
import tapwright.core.Bytes;

/**
 * Rights that the law of a place gives a customer beside any seller's policy, as data: it only adds
 * rights and shortens what the seller has time for. Off until the settings switch it on (S24).
 */
public final class Overlay {

  private final PolicyText text;
  private final Content content;

  private Overlay(PolicyText text, Content content) {
    this.text = text;
    this.content = content;
  }

  /**
   * What an overlay's text says.
   *
   * @param heading its id, version, title and hash
   * @param law which law, and where we have it from
   * @param counsel what a lawyer of the place still has to say to it
   * @param windows its windows
   * @param clauses its rights and duties
   */
  record Content(
      Pack.Heading heading,
      String law,
      String counsel,
      List<Window> windows,
      List<Clause> clauses) {

    Content {
      windows = List.copyOf(windows);
      clauses = List.copyOf(clauses);
    }
  }

  /** An overlay from its text; refused where it would take anything from the customer. */
  public static Parsed<Overlay> parse(PolicyText text) {
    return Parsed.of(() -> new Overlay(text, PackReader.readOverlay(text, 0)));
  }

  public String id() {
    return content.heading().id();
  }

  /** Id and version in one: {@code law-in@1}. */
  public String key() {
    return content.heading().id() + "@" + content.heading().version();
  }

  public String title() {
    return content.heading().title();
  }

  /** Which law, and where we have it from. */
  public String law() {
    return content.law();
  }

  /** What a lawyer of the place still has to say to it. */
  public String counsel() {
    return content.counsel();
  }

  Bytes sha256() {
    return content.heading().sha256();
  }

  /** The overlay's content, with windows that follow those of a pack. */
  Content after(List<Window> windows) {
    return PackReader.readOverlay(text, windows.size());
  }

  @Override
  public String toString() {
    return key();
  }
}
