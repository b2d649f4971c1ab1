/**
 * Text and numbers as bytes, for the paths that make millions of rows: a growable buffer, JSON and
 * CSV quoting, hexadecimal, decimal and time digits, xxHash64. Depends on nothing else of the
 * house.
 */
package org.openedx.devdata.bytes;
