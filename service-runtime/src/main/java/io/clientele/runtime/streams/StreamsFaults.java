package io.clientele.runtime.streams;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * What happens when a stream thread fails: nothing was committed, so a new thread starts from the
 * last commit and tries again. What is wrong with a record itself never comes here but to
 * quarantine.
 */
@ApplicationScoped
public class StreamsFaults implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = Logger.getLogger(StreamsFaults.class);

  @Override
  public StreamThreadExceptionResponse handle(Throwable exception) {
    LOG.error("stream thread failed, starting another", exception);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
