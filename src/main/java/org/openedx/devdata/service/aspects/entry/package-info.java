/**
 * {@code ida: aspects} in a top-level spec: what an {@code aspects.yaml} may say, the world that it
 * names, generates or takes from the LMS's spec, and how that is compared with a site's ClickHouse
 * and loaded there.
 */
package org.openedx.devdata.service.aspects.entry;
