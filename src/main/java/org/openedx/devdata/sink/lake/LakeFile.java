package org.openedx.devdata.sink.lake;

import org.openedx.devdata.sink.file.PartFile;

/** A file that is put together from chunks. For one thread at a time. */
interface LakeFile extends PartFile<LakeChunk> {}
