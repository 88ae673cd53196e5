/** Tests of the formats, and their page and schemas as the readers have them. */
@NullMarked
package tapwright.core.policy.read;

import org.jspecify.annotations.NullMarked;
