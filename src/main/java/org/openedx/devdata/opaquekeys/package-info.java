/**
 * Opaque keys: the texts by which the platform names courses, libraries, blocks, assets and
 * containers. Parsed and written exactly as the platform's own key classes do, except that only
 * texts that a database column may hold are accepted. Pure code; uses nothing else of the project.
 */
package org.openedx.devdata.opaquekeys;
