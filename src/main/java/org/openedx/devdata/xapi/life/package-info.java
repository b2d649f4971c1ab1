/** Simulated lives as a stream of statements. */
package org.openedx.devdata.xapi.life;
