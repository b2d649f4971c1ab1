package org.openedx.devdata.load;

import org.openedx.devdata.load.config.Backend;
import org.openedx.devdata.load.config.LoadConfig;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.lake.LakeSink;

/**
 * What written files are.
 *
 * @param clickHouseName the format as ClickHouse calls it
 * @param compression around the whole file; {@code none} when it has its own inside
 * @param ending of the files' names
 */
record StoredForm(String clickHouseName, String compression, String ending) {

  static StoredForm of(LoadConfig config) {
    LoadConfig.Output output = config.output();
    var codec = Codecs.of(output.compression(), output.level());
    return config.backend() == Backend.CHDB
        ? new StoredForm("Native", output.compression(), LakeSink.ending(codec))
        : new StoredForm("CSV", output.compression(), ".csv" + codec.suffix());
  }
}
