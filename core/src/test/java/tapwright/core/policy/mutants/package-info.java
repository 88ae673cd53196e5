/** Packs with one thing wrong in each, to see whether the cases notice. */
@NullMarked
package tapwright.core.policy.mutants;

import org.jspecify.annotations.NullMarked;
