package tapwright.agent.main.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import tapwright.agent.print.Labels;
import tapwright.agent.print.TemplatePreview;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.render.LabelPdf;
import tapwright.agent.print.render.LabelZpl;
import tapwright.agent.print.render.ZplForm;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.print.template.Templates;

/** Draws sample labels of people in several scripts, and measures it. */
public final class LabelBench {

  /** Enough for a steady figure; a shorter file is measured with as few as it has. */
  private static final int MEASURED = 1000;

  private static final double NANOS = 1e9;

  private static final List<String> NAMES =
      List.of("Amira Example", "Nguyễn Thị Ánh", "محمد عبد الله", "क्षितिज श्रीवास्तव", "张伟");

  private final LongSupplier nanos;
  private final Labels labels =
      new Labels(
          Templates.shipped().named("template", "parcel-label").orThrow(),
          Resolution.LABEL_PRINTER);

  public LabelBench(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The figures, with so many labels in the one file. */
  public LabelFigures figures(int labelsInFile) throws IOException {
    int measured = Math.min(MEASURED, labelsInFile);
    pdfSeconds(measured);
    zplSeconds(measured);
    return new LabelFigures(
        measured / pdfSeconds(measured), measured / zplSeconds(measured), longFile(labelsInFile));
  }

  private double pdfSeconds(int count) throws IOException {
    long start = nanos.getAsLong();
    try (LabelPdf pdf = new LabelPdf(OutputStream.nullOutputStream(), 1)) {
      addTo(pdf, count);
      pdf.finish();
    }
    return (nanos.getAsLong() - start) / NANOS;
  }

  private double zplSeconds(int count) {
    long start = nanos.getAsLong();
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      bytes += LabelZpl.draw(page(i), Resolution.LABEL_PRINTER, ZplForm.GRAPHIC).size();
    }
    if (bytes == 0) {
      throw new IllegalStateException("nothing was drawn");
    }
    return (nanos.getAsLong() - start) / NANOS;
  }

  private LabelFigures.LongFile longFile(int count) throws IOException {
    Path file = Files.createTempFile("labels", ".pdf");
    try (OutputStream out = Files.newOutputStream(file);
        LabelPdf pdf = new LabelPdf(out, 1)) {
      long before = usedAfterCollecting();
      heap().forEach(MemoryPoolMXBean::resetPeakUsage);
      long start = nanos.getAsLong();
      addTo(pdf, count);
      long drawn = nanos.getAsLong();
      long kept = usedAfterCollecting() - before;
      long resumed = nanos.getAsLong();
      pdf.finish();
      double seconds = (drawn - start + nanos.getAsLong() - resumed) / NANOS;
      return new LabelFigures.LongFile(
          count,
          seconds,
          Files.size(file),
          new LabelFigures.Memory(peak(), Runtime.getRuntime().maxMemory(), kept));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void addTo(LabelPdf pdf, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      pdf.add(page(i));
    }
  }

  private LabelPage page(int number) {
    LabelContent content =
        TemplatePreview.sample()
            .with(LabelField.LINK, "HTTPS://TAP.EXAMPLE.COM/Q/" + (1_000_000_000L + number))
            .with(LabelField.NAME, NAMES.get(number % NAMES.size()))
            .with(LabelField.ORDER, "SO-" + (10_000 + number));
    return labels.page(content).orThrow();
  }

  private static long usedAfterCollecting() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  /** The pools' peaks may lie at different times, so the sum is the most that it can have been. */
  private static long peak() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }
}
