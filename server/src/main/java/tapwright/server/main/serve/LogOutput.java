package tapwright.server.main.serve;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;
import tapwright.server.http.RequestLog;
import tapwright.server.main.settings.LogForm;

/** How a server's log is written to standard error. */
final class LogOutput {

  private LogOutput() {}

  /** Writes the log of this process in the form from now on, with a line a request where asked. */
  static void use(LogForm form, boolean requests) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(RequestLog.LOGGER).setLevel(requests ? Level.INFO : Level.OFF);
    switch (form) {
      case TEXT -> {
        // As the file says that comes with the program.
      }
      case JSON -> writeTo(context.getLogger(Logger.ROOT_LOGGER_NAME), appender(context));
    }
  }

  /** Says nothing more in the log of this process. */
  static void silence() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
  }

  private static void writeTo(Logger root, ConsoleAppender<ILoggingEvent> appender) {
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
  }

  private static ConsoleAppender<ILoggingEvent> appender(LoggerContext context) {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder(context));
    appender.start();
    return appender;
  }

  /** What an event says, without what says it a second time. */
  static JsonEncoder encoder(LoggerContext context) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithContext(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.start();
    return encoder;
  }
}
