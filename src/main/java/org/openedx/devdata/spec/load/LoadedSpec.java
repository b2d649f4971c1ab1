package org.openedx.devdata.spec.load;

import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.ServiceSpec;

/**
 * The spec of one entry of a top-level spec.
 *
 * @param ida the service
 * @param position of the entry; of the file itself when no top-level spec lists it
 * @param spec what the file says
 */
public record LoadedSpec(String ida, Position position, ServiceSpec spec) {}
