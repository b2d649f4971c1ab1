package org.openedx.devdata.keep.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.describe.ExampleWriter;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** What is loaded, exported and loaded again is the same. */
@DatabaseTest
class LmsExportTest {

  private static final LmsService LMS = LmsService.lms();

  private ExportLab export;
  private SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh, @TempDir Path folder) throws Exception {
    export = new ExportLab(LMS, fresh, folder);
    lab = export.lab(fresh);
  }

  static Stream<String> specs() throws Exception {
    Stream<String> examples = LMS.descriptor().kinds().stream().map(LmsExportTest::example);
    Stream<String> files =
        Stream.of("specs/lms.yaml", "specs/oep37/lms.yaml")
            .map(
                path -> {
                  try {
                    return Files.readString(Path.of(path));
                  } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                });
    return Stream.concat(examples, files);
  }

  private static String example(Kind kind) {
    return "create_missing: true\n" + new ExampleWriter().of(kind);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void exportsOfWhatAnExportMadeAreTheSame(String spec) throws Exception {
    export.thereAndBack(lab, spec);
  }
}
