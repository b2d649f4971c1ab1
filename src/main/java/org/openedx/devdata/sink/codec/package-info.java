/**
 * Compressions whose parts can be made alone and put one after the other: members of gzip, frames
 * of zstd and lz4. Uses bytes.
 */
package org.openedx.devdata.sink.codec;
