/**
 * Stored rows as specs: the factories turned round. {@link
 * org.openedx.devdata.keep.export.ServiceExport} is the way in; kinds say by their {@link
 * org.openedx.devdata.plan.kind.Inverse} what their rows are, and which fields a record needs is
 * found out with their factories.
 */
package org.openedx.devdata.keep.export;
