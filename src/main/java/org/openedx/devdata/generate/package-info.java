/**
 * A run of generated data: cuts tables into blocks, makes them on several threads, hands them to a
 * sink, counts, keeps checkpoints and writes the manifest. Uses sink, xapi, world and spec; knows
 * no console.
 */
package org.openedx.devdata.generate;
