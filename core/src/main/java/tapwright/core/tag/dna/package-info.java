/** NTAG 424 DNA: its keys, its secure messaging and the message that it signs. */
@NullMarked
package tapwright.core.tag.dna;

import org.jspecify.annotations.NullMarked;
