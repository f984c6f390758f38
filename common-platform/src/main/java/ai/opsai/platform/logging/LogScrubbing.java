package ai.opsai.platform.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Puts the scrubber on every appender as soon as Boot has set them up, before the application logs its first line. */
final class LogScrubbing implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLoggerList().forEach(LogScrubbing::scrub);
        }
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    private static void scrub(Logger logger) {
        for (var appenders = logger.iteratorForAppenders(); appenders.hasNext(); ) {
            scrub(appenders.next());
        }
    }

    private static void scrub(Appender<ILoggingEvent> appender) {
        if (appender instanceof OutputStreamAppender<ILoggingEvent> stream
                && !(stream.getEncoder() instanceof ScrubbingEncoder)) {
            var scrubbing = new ScrubbingEncoder(stream.getEncoder());
            scrubbing.start();
            stream.setEncoder(scrubbing);
        }
    }
}
