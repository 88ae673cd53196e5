package tapwright.core.policy.page;

import java.util.List;
import tapwright.core.policy.pack.Pack;

/** The page on a pack as one HTML document without scripts, fonts or pictures from elsewhere. */
final class PackHtml {

  /** Light and dark by the reader's setting; on paper black on white, no clause torn apart. */
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --text: #1c2024; --soft: #5b6470; --line: #d9dee4;
        --ground: #ffffff; --raised: #f5f7f9; --accent: #0a5c8a }
      @media (prefers-color-scheme: dark) { :root { --text: #e6e9ec; --soft: #9aa4af;
        --line: #333b44; --ground: #14181c; --raised: #1c2227; --accent: #7cc4f0 } }
      * { box-sizing: border-box }
      body { margin: 0 auto; max-width: 54rem; padding: 1.5rem 1rem 4rem; color: var(--text);
        background: var(--ground); font: 1rem/1.5 system-ui, sans-serif }
      h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem }
      h2 { font-size: 1.1rem; margin: 0 0 .5rem }
      a { color: var(--accent) }
      nav ul { list-style: none; margin: 1.25rem 0; padding: 0; display: flex; flex-wrap: wrap;
        gap: .25rem .75rem }
      section { border-top: 1px solid var(--line); padding: 1rem 0; scroll-margin-top: 1rem }
      section:target { background: var(--raised); outline: .5rem solid var(--raised) }
      dl { margin: 0; display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: .15rem 1rem }
      dt { color: var(--soft) }
      dd { margin: 0; overflow-wrap: anywhere }
      dd + dd { grid-column: 2 }
      .gap { margin-top: 1rem }
      @media (max-width: 36rem) { dl { grid-template-columns: minmax(0, 1fr) }
        dt { margin-top: .4rem } dd + dd { grid-column: 1 } }
      @media print { :root { --text: #000; --soft: #444; --line: #bbb; --ground: #fff;
        --accent: #000 } nav { display: none } body { max-width: none; padding: 0; font-size: 10pt }
        section { break-inside: avoid } }
      """;

  private final Pack pack;
  private final List<PageSection> sections;
  private final StringBuilder html = new StringBuilder();

  PackHtml(Pack pack) {
    this.pack = pack;
    this.sections = PackSections.of(pack);
  }

  String document() {
    html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(escaped(pack.title() + " (" + pack.key() + ")"))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<header>\n<h1>")
        .append(escaped(pack.title()))
        .append("</h1>\n");
    entries(sections.getFirst());
    html.append("</header>\n");
    navigation();
    html.append("<main>\n");
    sections.stream().skip(1).forEach(this::section);
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void navigation() {
    html.append("<nav aria-label=\"Clauses\">\n<ul>\n");
    for (PageSection section : sections.subList(1, sections.size())) {
      html.append("<li>");
      link(section.anchor());
      html.append("</li>\n");
    }
    html.append("</ul>\n</nav>\n");
  }

  private void section(PageSection section) {
    html.append("<section id=\"")
        .append(escaped(section.anchor()))
        .append("\">\n<h2>")
        .append(escaped(section.title()))
        .append("</h2>\n");
    entries(section);
    html.append("</section>\n");
  }

  private void entries(PageSection section) {
    html.append("<dl>\n");
    for (PageSection.Entry entry : section.entries()) {
      boolean begins = entry.label().equals("gap");
      html.append(begins ? "<dt class=\"gap\">" : "<dt>")
          .append(escaped(entry.label()))
          .append("</dt>\n");
      for (PageSection.Line line : entry.lines()) {
        html.append(begins ? "<dd class=\"gap\">" : "<dd>");
        if (line.link() != null) {
          link(line.link());
          html.append(' ');
        }
        html.append(escaped(line.text())).append("</dd>\n");
      }
    }
    html.append("</dl>\n");
  }

  private void link(String anchor) {
    html.append("<a href=\"#")
        .append(escaped(anchor))
        .append("\">")
        .append(escaped(anchor))
        .append("</a>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
