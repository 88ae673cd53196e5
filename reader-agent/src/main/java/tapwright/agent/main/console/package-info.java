/** What all commands speak through and find around them: console, advice, help, window, state. */
@NullMarked
package tapwright.agent.main.console;

import org.jspecify.annotations.NullMarked;
