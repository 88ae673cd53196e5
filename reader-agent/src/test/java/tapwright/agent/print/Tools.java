package tapwright.agent.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of the machine that give a second opinion on what is printed. */
public final class Tools {

  private Tools() {}

  /** Each page of a PDF file as a PNG file in the folder, by poppler's pdftoppm. */
  public static List<Path> pages(Path pdf, int dotsPerInch)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectory(pdf.resolveSibling(pdf.getFileName() + ".pages"));
    run(
        "pdftoppm",
        "-r",
        String.valueOf(dotsPerInch),
        "-png",
        pdf.toString(),
        folder.resolve("page").toString());
    try (Stream<Path> pages = Files.list(folder)) {
      return pages.sorted().toList();
    }
  }

  /** One page of a PDF file, counted from 1, as a PNG file beside it. */
  public static Path page(Path pdf, int number, int dotsPerInch)
      throws IOException, InterruptedException {
    Path page = pdf.resolveSibling("page-" + number);
    String count = String.valueOf(number);
    run(
        "pdftoppm",
        "-r",
        String.valueOf(dotsPerInch),
        "-png",
        "-singlefile",
        "-f",
        count,
        "-l",
        count,
        pdf.toString(),
        page.toString());
    return Path.of(page + ".png");
  }

  /** How many pages a PDF file has, by poppler's pdfinfo. */
  public static int pageCount(Path pdf) throws IOException, InterruptedException {
    return run("pdfinfo", pdf.toString())
        .lines()
        .filter(line -> line.startsWith("Pages:"))
        .mapToInt(line -> Integer.parseInt(line.substring("Pages:".length()).strip()))
        .sum();
  }

  /** The text of a PDF file as poppler's pdftotext finds it. */
  public static String text(Path pdf) throws IOException, InterruptedException {
    return run("pdftotext", "-enc", "UTF-8", pdf.toString(), "-");
  }

  /** What zbarimg reads from an image, one text a symbol. */
  public static List<String> symbols(Path image) throws IOException, InterruptedException {
    return run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", image.toString())
        .lines()
        .toList();
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new AssertionError(command[0] + " ended with " + exit + ": " + output);
    }
    return output;
  }
}
