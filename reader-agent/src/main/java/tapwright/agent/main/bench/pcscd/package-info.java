/** Measures PC/SC on a pcscd of its own, with virtual readers and cards. */
@NullMarked
package tapwright.agent.main.bench.pcscd;

import org.jspecify.annotations.NullMarked;
