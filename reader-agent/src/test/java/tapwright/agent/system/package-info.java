/** Tests on a real pcscd, in namespaces of its own. */
@NullMarked
package tapwright.agent.system;

import org.jspecify.annotations.NullMarked;
