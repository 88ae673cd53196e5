/** Cases whose decision is known, golden ones and those kept on record, decided again. */
@NullMarked
package tapwright.core.policy.cases;

import org.jspecify.annotations.NullMarked;
