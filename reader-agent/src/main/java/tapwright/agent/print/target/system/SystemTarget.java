package tapwright.agent.print.target.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.PrinterIsAcceptingJobs;
import javax.print.attribute.standard.PrinterState;
import javax.print.attribute.standard.PrinterStateReason;
import javax.print.attribute.standard.PrinterStateReasons;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.DeliveryWatch;
import tapwright.agent.print.target.PrintDocument;
import tapwright.agent.print.target.PrintFault;
import tapwright.agent.print.target.PrintLanguage;
import tapwright.agent.print.target.PrintTarget;
import tapwright.agent.print.target.PrinterLook;

/**
 * A printer of the operating system, as Windows and macOS have them.
 *
 * <p>The system takes pages and tells no more: neither which of them came out, nor, as a rule, that
 * paper is out. What it took is handed over, not printed.
 */
public final class SystemTarget implements PrintTarget {

  private static final String SILENT = "the system's print service does not tell what was printed";

  private static final Map<PrinterStateReason, String> WORDS =
      Map.of(
          PrinterStateReason.MEDIA_EMPTY, "out of paper or labels",
          PrinterStateReason.MEDIA_NEEDED, "waits for paper or labels",
          PrinterStateReason.MEDIA_JAM, "something is jammed",
          PrinterStateReason.PAUSED, "paused",
          PrinterStateReason.SHUTDOWN, "switched off or offline",
          PrinterStateReason.COVER_OPEN, "its cover is open",
          PrinterStateReason.TONER_EMPTY, "out of toner");

  private final PrintService service;

  SystemTarget(PrintService service) {
    this.service = service;
  }

  @Override
  public String name() {
    return "system:" + service.getName();
  }

  @Override
  public PrintLanguage language() {
    return PrintLanguage.PDF;
  }

  @Override
  public JobSize jobSize() {
    return JobSize.ONE_PAGE;
  }

  @Override
  public PrinterLook look() {
    List<String> words = new ArrayList<>();
    boolean rejects =
        PrinterIsAcceptingJobs.NOT_ACCEPTING_JOBS.equals(
            service.getAttribute(PrinterIsAcceptingJobs.class));
    boolean stopped = PrinterState.STOPPED.equals(service.getAttribute(PrinterState.class));
    if (rejects) {
      words.add("rejects jobs");
    }
    words.addAll(reasons());
    return new PrinterLook(!rejects && !stopped, words);
  }

  private List<String> reasons() {
    PrinterStateReasons reasons = service.getAttribute(PrinterStateReasons.class);
    return reasons == null
        ? List.of()
        : reasons.keySet().stream()
            .map(reason -> WORDS.getOrDefault(reason, reason.toString().replace('-', ' ')))
            .sorted()
            .toList();
  }

  @Override
  public Delivery print(PrintDocument document, DeliveryWatch watch) {
    PrinterLook look = look();
    if (!look.takesJobs()) {
      return new Delivery.NotPrinted(look.inWords());
    }
    try (PDDocument pdf = Loader.loadPDF(document.bytes().toArray())) {
      print(pdf, document.name());
      return new Delivery.HandedOver(SILENT);
    } catch (PrintException e) {
      return new Delivery.Unclear("the system's print service failed: " + e.getMessage());
    } catch (IOException e) {
      throw new PrintFault.SaysNo(name(), "the page cannot be read again: " + e.getMessage());
    }
  }

  private void print(PDDocument pdf, String jobName) throws PrintException {
    PrintRequestAttributeSet wishes = new HashPrintRequestAttributeSet();
    wishes.add(new JobName(jobName, null));
    service
        .createPrintJob()
        .print(
            new SimpleDoc(new PDFPageable(pdf), DocFlavor.SERVICE_FORMATTED.PAGEABLE, null),
            wishes);
  }
}
