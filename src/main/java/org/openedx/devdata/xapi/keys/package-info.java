/**
 * The keys by which statements are described: models, weights, habits, numbers; once for
 * configurations of {@code load-db} and specs of Aspects. Uses {@code spec}, {@code xapi}, {@code
 * life} and {@code world.keys}.
 */
package org.openedx.devdata.xapi.keys;
