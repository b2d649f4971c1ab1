package org.openedx.devdata.service.content.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.content.archive.zip.ArchiveLimits;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;

/** The problems that reading an archive reports. */
abstract class RefusedArchives {

  @TempDir Path folder;

  List<String> problems(Path zip, ArchiveLimits limits) throws IOException {
    Problems problems = new Problems();
    ArchiveApi.read(zip, "lib.zip", limits, problems);
    return problems.sorted().stream().map(RefusedArchives::line).toList();
  }

  List<String> problems(Path zip) throws IOException {
    return problems(zip, ArchiveLimits.DEFAULT);
  }

  private static String line(Problem problem) {
    return problem.position() + ": " + problem.message();
  }
}
