package org.openedx.devdata.plan;

import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.spec.ServiceSpec;

/**
 * One entry of a top-level spec, ready to run.
 *
 * @param number its place among the entries, from 1
 * @param service the service
 * @param spec its spec, checked
 * @param connection its database
 */
public record RunEntry(
    int number, Service service, ServiceSpec spec, ConnectionSettings connection) {

  public String ida() {
    return spec.descriptor().ida();
  }
}
