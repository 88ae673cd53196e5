/** What an emulated Type 4 tag does with a command: files that anybody reads, and NTAG 424 DNA. */
@NullMarked
package tapwright.agent.emulator.type4;

import org.jspecify.annotations.NullMarked;
