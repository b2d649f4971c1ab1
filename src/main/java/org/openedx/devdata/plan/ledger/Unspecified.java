package org.openedx.devdata.plan.ledger;

import org.openedx.devdata.plan.row.Purpose;

/**
 * A row that earlier loads of a spec created and that the spec no longer says.
 *
 * @param key its primary key
 * @param kind the kind of record that it came from
 * @param purpose why it was there
 * @param isShared whether a load describes it only when it is missing, as others may need it
 */
public record Unspecified(Object key, String kind, Purpose purpose, boolean isShared) {}
