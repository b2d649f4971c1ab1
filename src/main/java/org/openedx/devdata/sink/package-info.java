/**
 * Destinations of generated rows. A {@link org.openedx.devdata.sink.Sink} is handed {@link
 * org.openedx.devdata.sink.Block}s, each of which can be written as often as needed; it knows
 * neither the world nor the model that they come from. Uses xapi, world.dump and bytes; knows no
 * console.
 */
package org.openedx.devdata.sink;
