/** The JSON renderer: records to documents, laid out alike everywhere. A leaf. */
package org.openedx.devdata.cli.report.json;
