/** A Type 4 tag in the field: its files, and the keys and signed links of an NTAG 424 DNA. */
@NullMarked
package tapwright.agent.encode.type4;

import org.jspecify.annotations.NullMarked;
