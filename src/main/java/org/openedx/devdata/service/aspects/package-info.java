/**
 * Aspects: the raw tables of its ClickHouse, in which order they are filled, what a site has,
 * whether what was loaded agrees, and how the derived tables are made again.
 */
package org.openedx.devdata.service.aspects;
