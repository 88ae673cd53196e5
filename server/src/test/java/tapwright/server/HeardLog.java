package tapwright.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Hears what a logger says during a test, warnings and worse. */
public final class HeardLog implements BeforeEachCallback, AfterEachCallback {

  private final Logger log;
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  private HeardLog(String name) {
    this.log = (Logger) LoggerFactory.getLogger(name);
  }

  public static HeardLog of(Class<?> speaker) {
    return new HeardLog(speaker.getName());
  }

  /** Of a package and all below it. */
  public static HeardLog ofAll(String room) {
    return new HeardLog(room);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    log.setLevel(Level.WARN);
    said.start();
    log.addAppender(said);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    log.detachAppender(said);
    log.setLevel(null);
  }

  public List<ILoggingEvent> events() {
    return List.copyOf(said.list);
  }

  public List<String> lines() {
    return events().stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
