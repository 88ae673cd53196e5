package tapwright.agent.encode;

import java.util.Optional;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.dna.DnaKeys;

/**
 * What opens a tag that does not let everybody change it.
 *
 * @param password of a Type 2 tag
 * @param keys of an NTAG 424 DNA
 */
public record TagSecrets(Optional<TagPassword> password, Optional<DnaKeys> keys) {

  /** Nothing is known of the tag's secrets. */
  public static final TagSecrets NONE = new TagSecrets(Optional.empty(), Optional.empty());
}
