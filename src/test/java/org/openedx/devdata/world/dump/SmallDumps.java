package org.openedx.devdata.world.dump;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.model.MixModel;
import org.openedx.devdata.xapi.model.Worlds;

/** The dumped tables of a small world. */
abstract class SmallDumps {

  static final ObjectMapper JSON = new ObjectMapper();
  static final World WORLD = Worlds.small(3);

  final MixModel model = new MixModel(WORLD, StatementMix.standard(), 5_000, 1_024);
  final List<TableDump> dumps = Dumps.of(WORLD, model.enrolments(), ExportOptions.DEFAULT);

  List<Map<String, String>> rows(DumpTable table, int unit) {
    return DumpedRows.of(dumps, table, unit);
  }
}
