/** A Type 2 tag in the field: its message written, read back, locked, protected, erased, tested. */
@NullMarked
package tapwright.agent.encode.type2;

import org.jspecify.annotations.NullMarked;
