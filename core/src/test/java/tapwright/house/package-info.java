/** The rules of the house as tests, shared by all modules. */
@NullMarked
package tapwright.house;

import org.jspecify.annotations.NullMarked;
