package org.openedx.devdata.generate.stored;

import org.openedx.devdata.generate.config.Backend;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.lake.LakeFormat;

/**
 * What written files are.
 *
 * @param clickHouseName the format as ClickHouse calls it
 * @param compression around the whole file; {@code none} when it has its own inside
 * @param lake whether they are named by tables, years and blocks
 * @param ending of the files' names
 */
record StoredForm(String clickHouseName, String compression, boolean lake, String ending) {

  static StoredForm of(GenerationConfig config) {
    GenerationConfig.Output output = config.output();
    if (config.backend() != Backend.CHDB) {
      String suffix = Codecs.of(output.compression(), output.level()).suffix();
      return new StoredForm("CSV", output.compression(), false, ".csv" + suffix);
    }
    LakeFormat format = LakeFormat.of(output.lakeFormat(), output.compression(), output.level());
    return new StoredForm(
        format.clickHouseName(),
        format.isPackedInside() ? "none" : output.compression(),
        true,
        format.ending());
  }
}
