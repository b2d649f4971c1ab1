/**
 * Databases as their migrations left them: what stays by the keep-lists of the services, what goes,
 * and the removal. Uses catalogues.
 */
package org.openedx.devdata.keep.empty;
