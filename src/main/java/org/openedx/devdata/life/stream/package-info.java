/** Lives of a whole world, cut into frames that can be simulated alone, in any order. */
package org.openedx.devdata.life.stream;
