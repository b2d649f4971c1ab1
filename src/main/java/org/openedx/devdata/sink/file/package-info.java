/**
 * Files that grow at their ends, wherever they are: in folders of any file system here, in object
 * stores elsewhere. Blocks are packed by the threads that make them and appended in order. Uses
 * sink, sink.codec and bytes.
 */
package org.openedx.devdata.sink.file;
