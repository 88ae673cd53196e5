package tapwright.agent.print.text;

/** Where a build takes a font file from, and so where it lies on the class path. */
enum FontSource {
  /** The artefact jasperreports-fonts-liberation, which holds fonts and no code. */
  LIBRARY("/com/mpobjects/jasperreports/fonts/liberation/"),

  /** Debian packages, whose files .mvn/fonts.sh puts into the folder .fonts before a build. */
  DEBIAN("/tapwright/fonts/");

  private final String folder;

  FontSource(String folder) {
    this.folder = folder;
  }

  String folder() {
    return folder;
  }
}
