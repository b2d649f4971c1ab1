/**
 * Known answers: the figures that charts must show, counted from simulated lives and never from
 * statements. A chart is a class in a room by subject; {@link org.openedx.devdata.answers.Charts}
 * lists them. Uses life and world; knows no file and no server.
 */
package org.openedx.devdata.answers;
