package org.openedx.devdata.generate.config;

import java.net.URI;
import org.openedx.devdata.sink.delivery.Courier;

/** A server that gets the statements instead of ClickHouse. */
public interface StatementStore {

  /** The key of the configuration that names it. */
  String key();

  URI url();

  /** A description without secrets. */
  String label();

  /** The program that writes what it gets into the database of Ralph's statements. */
  String writer();

  /** A courier of its own; connects nothing yet. */
  Courier courier();

  /** Requests at a time. */
  int inFlight();
}
