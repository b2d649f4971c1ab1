/**
 * Checks of what must hold in the tables of a learning package beyond its spec: versions, children,
 * side effects, digests. Uses tables.
 */
package org.openedx.devdata.service.content.verify;
