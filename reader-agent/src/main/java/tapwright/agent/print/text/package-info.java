/** Fonts and the shaping of text in every script that they cover. */
@NullMarked
package tapwright.agent.print.text;

import org.jspecify.annotations.NullMarked;
