package tapwright.agent.print.job;

import tapwright.agent.print.template.LabelContent;

/**
 * A label to be printed.
 *
 * @param key which one it is
 * @param label what staff call it, as {@code line 4 (Ada Example)}
 * @param content what it says
 */
public record LabelOrder(LabelKey key, String label, LabelContent content) {}
