/** Lists that are read part by part. */
@NullMarked
package tapwright.server.record.list;

import org.jspecify.annotations.NullMarked;
