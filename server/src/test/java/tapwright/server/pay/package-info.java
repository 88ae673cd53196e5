/** Payment providers: each as the others, and each answer that can be wrong. */
@NullMarked
package tapwright.server.pay;

import org.jspecify.annotations.NullMarked;
