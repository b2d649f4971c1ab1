package org.openedx.devdata.cli.content;

import java.nio.file.Path;
import org.openedx.devdata.cli.report.json.Meaning;

/** An archive that was written. */
record DumpResult(
    @Meaning(value = "key of the learning package", name = "package") String learningPackage,
    @Meaning("the archive, as it was named") Path file,
    @Meaning("number of components") long components,
    @Meaning("number of containers") long containers,
    @Meaning("number of collections") long collections) {}
