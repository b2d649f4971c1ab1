/** Parts of charts: tables, figures by key, rows, and what a chart is. */
package org.openedx.devdata.answers.figure;
