package tapwright.core.policy.pack;

import java.util.List;
import java.util.function.IntFunction;
import tapwright.core.Bytes;

/**
 * Rights that the law of a place gives a customer beside any seller's policy, as data: it only adds
 * rights and shortens what the seller has time for. Off until the settings switch it on (S24).
 */
public final class Overlay {

  private final Content content;
  private final IntFunction<Content> readAfter;

  /**
   * @param readAfter gives the content with its windows behind so many of a pack
   */
  public Overlay(IntFunction<Content> readAfter) {
    this.content = readAfter.apply(0);
    this.readAfter = readAfter;
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
  public record Content(
      Pack.Heading heading,
      String law,
      String counsel,
      List<Window> windows,
      List<Clause> clauses) {

    public Content {
      windows = List.copyOf(windows);
      clauses = List.copyOf(clauses);
    }
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
    return readAfter.apply(windows.size());
  }

  @Override
  public String toString() {
    return key();
  }
}
