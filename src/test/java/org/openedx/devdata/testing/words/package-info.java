/** Rules for words and sentences of sources and documents: the list of words is data. */
package org.openedx.devdata.testing.words;
