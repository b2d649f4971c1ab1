package org.openedx.devdata.service.aspects.entry;

import java.util.List;
import org.openedx.devdata.sink.delivery.RowBinaryBuffer;

/**
 * Statements of a few frames.
 *
 * @param rows with the hash of their JSON
 * @param bytes as RowBinary; they change with the next chunk
 * @param begins the moment before which no statement of this chunk or a later one lies,
 *     microseconds since 1970
 */
record StatementChunk(List<Row> rows, RowBinaryBuffer bytes, long begins) {}
