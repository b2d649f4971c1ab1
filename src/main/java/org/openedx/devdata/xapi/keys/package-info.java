/**
 * The keys by which statements are described, once for configurations of {@code load-db} and specs
 * of Aspects. Uses {@code spec}, {@code xapi} and {@code world.keys}.
 */
package org.openedx.devdata.xapi.keys;
