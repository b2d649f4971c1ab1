/**
 * The keys by which a generated world is described, once for configurations of {@code load-db} and
 * specs of Aspects: fields, limits, checks. Uses {@code spec} and {@code world}.
 */
package org.openedx.devdata.world.keys;
