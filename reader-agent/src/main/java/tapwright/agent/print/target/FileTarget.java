package tapwright.agent.print.target;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written whole or not at all; of several pages in a form that holds one, the second
 * goes to a file of its own with {@code -2} in its name, and so on.
 */
public final class FileTarget implements PrintTarget {

  private final Path file;
  private final PrintLanguage language;
  private int written;

  public FileTarget(Path file, PrintLanguage language) {
    this.file = file;
    this.language = language;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public PrintLanguage language() {
    return language;
  }

  @Override
  public JobSize jobSize() {
    return switch (language) {
      case PDF, ZPL -> JobSize.EVERYTHING;
      case PNG, SVG -> JobSize.ONE_PAGE;
    };
  }

  @Override
  public PrinterLook look() {
    return PrinterLook.READY;
  }

  @Override
  public boolean isFile() {
    return true;
  }

  @Override
  public Delivery print(PrintDocument document, DeliveryWatch watch) {
    Path goal = file(written + 1);
    try {
      write(goal, document);
    } catch (IOException e) {
      throw new PrintFault.FileNotWritten(goal, e);
    }
    written++;
    return new Delivery.Printed();
  }

  private static void write(Path goal, PrintDocument document) throws IOException {
    // A temporary file of Java's would be readable by its owner alone, and stay so in its place.
    Path draft = goal.resolveSibling("." + goal.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
        document.content().writeTo(out);
      }
      putInPlace(draft, goal);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void putInPlace(Path draft, Path goal) throws IOException {
    try {
      Files.move(draft, goal, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, goal, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path file(int number) {
    if (number == 1) {
      return file;
    }
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return file.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
  }
}
