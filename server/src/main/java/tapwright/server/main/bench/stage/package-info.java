/** What figures are taken on: folders, databases and servers in processes of their own. */
@NullMarked
package tapwright.server.main.bench.stage;

import org.jspecify.annotations.NullMarked;
