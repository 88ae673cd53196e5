package tapwright.agent.print.stock;

import tapwright.agent.print.page.LabelSize;

/**
 * Cards or labels that a printer takes one after the other.
 *
 * @param id lower-case words joined by hyphens
 * @param title what it says on the box
 * @param label the size of one
 */
public record SingleStock(String id, String title, LabelSize label) implements Stock {}
