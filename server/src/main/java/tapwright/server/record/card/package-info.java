/**
 * Cards as they are kept: their life, their chips, their contacts under seal, how they are
 * protected.
 */
@NullMarked
package tapwright.server.record.card;

import org.jspecify.annotations.NullMarked;
