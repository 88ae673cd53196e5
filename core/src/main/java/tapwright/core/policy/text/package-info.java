/** What a policy's YAML texts hold beside plain values: words of closed lists, dates and times. */
@NullMarked
package tapwright.core.policy.text;

import org.jspecify.annotations.NullMarked;
