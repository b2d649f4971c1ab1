package org.openedx.devdata.generate.destination;

import org.openedx.devdata.generate.config.Backend;
import org.openedx.devdata.generate.config.Opening;
import org.openedx.devdata.sink.DiscardSink;
import org.openedx.devdata.sink.Sink;

/** Nowhere: for measuring, and for checksums. */
final class DiscardBackend implements Backend {

  @Override
  public String key() {
    return "discard";
  }

  @Override
  public Sink open(Opening opening) {
    return new DiscardSink();
  }
}
