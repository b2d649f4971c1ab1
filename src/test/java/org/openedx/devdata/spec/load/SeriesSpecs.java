package org.openedx.devdata.spec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecException;

/** Specs of the LMS with records that stand for many. */
abstract class SeriesSpecs extends SpecFiles {

  ServiceSpec lms(String yaml, long seed) throws IOException {
    write("lms.yaml", yaml);
    String top = write("top.yaml", "- {ida: lms, path: lms.yaml}\n");
    LoadedSpecs specs = loader("").load(new LoadRequest(top, Optional.empty(), Set.of(), seed));
    return specs.entries().get(0).spec();
  }

  ServiceSpec lms(String yaml) throws IOException {
    return lms(yaml, 0);
  }

  List<String> problems(String yaml) {
    Throwable thrown = catchThrowable(() -> lms(yaml));
    assertThat(thrown).isInstanceOf(SpecException.class);
    return thrown.getMessage().replace(folder + "/", "").lines().toList();
  }

  static List<String> texts(ServiceSpec spec, String kind, String field) {
    return spec.of(kind).stream().map(record -> String.valueOf(record.raw(field))).toList();
  }
}
