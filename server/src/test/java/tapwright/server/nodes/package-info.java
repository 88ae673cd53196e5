/** Many nodes on one record, and what they keep of their word when one of them is killed. */
@NullMarked
package tapwright.server.nodes;

import org.jspecify.annotations.NullMarked;
