package tapwright.agent.encode.type4;

import java.util.Optional;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.inspect.Openness;
import tapwright.core.tag.type4.Type4Container;

/**
 * What an NTAG 424 DNA says of its NDEF file.
 *
 * @param file empty on other chips, and where it does not tell
 */
record DnaState(Optional<FileDescription> file) {

  Openness openness(Type4Container container) {
    if (file.isEmpty()) {
      return container.isWritable() ? Openness.ANYBODY : Openness.UNKNOWN;
    }
    if (file.get().isLockedForEver()) {
      return Openness.NOBODY;
    }
    return file.get().writesFreely() ? Openness.ANYBODY : Openness.SECRET_HOLDER;
  }

  String lockWords(Type4Container container) {
    return switch (openness(container)) {
      case ANYBODY, SECRET_HOLDER -> "none";
      case NOBODY -> "the message and its settings for ever";
      case UNKNOWN -> "read-only, by its maker's means";
    };
  }

  String accessWords(Type4Container container) {
    return switch (openness(container)) {
      case ANYBODY -> "writable";
      case SECRET_HOLDER -> "writable with its keys alone";
      case NOBODY, UNKNOWN -> "read-only";
    };
  }

  String keyWords() {
    return file.map(it -> it.writesFreely() ? "none" : "keys of its own, for writing")
        .orElse("none");
  }

  String signingWords() {
    return file.map(it -> it.signs() ? "the chip signs its link at each read" : "off")
        .orElse("none");
  }
}
