package org.openedx.devdata.keep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.service.lms.LmsService;

/** What each text column holds of people is described, or nobody's name leaves by mistake. */
class FieldHoldingsTest {

  @Test
  void everyTextColumnSaysWhatItHolds() {
    List<String> silent = new ArrayList<>();
    for (SqlService service : List.of(LmsService.lms(), new EcommerceService())) {
      for (Table table : service.tables().all()) {
        boolean isPast =
            service.tables().all().stream()
                .anyMatch(
                    one ->
                        one.details().history().equals(table.name())
                            && table.naturalKey().isEmpty());
        for (Column column : table.columns()) {
          if (!isPast && !table.details().lookupOnly() && table.holding(column.name()).isEmpty()) {
            silent.add(table + "." + column.name());
          }
        }
      }
    }
    assertThat(silent).isEmpty();
  }
}
