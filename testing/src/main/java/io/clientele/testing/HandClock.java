package io.clientele.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves only when told to, so that no test has to wait. */
public final class HandClock extends Clock {

  private Instant now;

  /** A clock that stands at this moment. */
  public HandClock(Instant now) {
    this.now = now;
  }

  /** Lets time pass. */
  public void forward(Duration span) {
    now = now.plus(span);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("this clock knows UTC only");
  }
}
