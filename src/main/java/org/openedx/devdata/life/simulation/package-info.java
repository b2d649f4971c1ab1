/** Simulation of planned lives, event by event: paths, videos, answers and grades. */
package org.openedx.devdata.life.simulation;
