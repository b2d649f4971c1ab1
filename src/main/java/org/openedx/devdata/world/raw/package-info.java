/**
 * The raw tables of Aspects, described once: writers, dumps and {@code devdata aspects} read the
 * same columns, types and keys. Knows no site; uses nothing.
 */
package org.openedx.devdata.world.raw;
