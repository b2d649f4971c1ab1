package org.openedx.devdata.keep.ledger;

import java.time.Instant;

/**
 * The last load of a spec that changed what the ledger holds of a service.
 *
 * @param spec identity of the spec
 * @param ida the service
 * @param host of the process that loaded it
 * @param folder that the spec was in
 * @param version of devdata
 * @param at its run clock
 */
public record LoadRecord(
    String spec, String ida, String host, String folder, String version, Instant at) {}
