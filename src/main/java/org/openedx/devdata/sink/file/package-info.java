/**
 * Files that grow at their ends, wherever they are: in folders of any file system here, in object
 * stores elsewhere. Blocks made on several threads are appended in order. Uses sink and bytes.
 */
package org.openedx.devdata.sink.file;
