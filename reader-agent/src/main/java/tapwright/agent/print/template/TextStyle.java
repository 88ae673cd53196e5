package tapwright.agent.print.template;

import tapwright.agent.print.page.Ink;
import tapwright.agent.print.text.SizeRange;
import tapwright.agent.print.text.Weight;

/**
 * How a text looks.
 *
 * @param sizes its letters, as large as fit
 * @param weight regular or bold
 * @param setting how lines stand in their room
 * @param ink its colour
 */
public record TextStyle(SizeRange sizes, Weight weight, Setting setting, Ink ink) {

  /**
   * How lines stand in their room.
   *
   * @param across to which side
   * @param down to which edge
   * @param maxLines into how many lines the text may be broken
   */
  public record Setting(Across across, Down down, int maxLines) {

    public Setting {
      if (maxLines < 1) {
        throw new IllegalArgumentException("maxLines is " + maxLines + ", allowed are 1 and more");
      }
    }
  }

  /** To which side lines stand; start and end follow the direction of their script. */
  public enum Across {
    START,
    CENTRE,
    END
  }

  /** To which edge lines stand. */
  public enum Down {
    TOP,
    MIDDLE,
    BOTTOM
  }
}
