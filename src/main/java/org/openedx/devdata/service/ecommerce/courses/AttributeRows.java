package org.openedx.devdata.service.ecommerce.courses;

import java.util.Arrays;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.spec.SpecRecord;

/** Attribute values of one product. A blank value is no row, as in the service itself. */
final class AttributeRows {

  private final ServiceRun run;
  private final Catalogue catalogue;
  private final RowBatch batch;
  private final Row product;
  private final String productClass;
  private final SpecRecord owner;
  private final String[] label;

  /**
   * @param productClass whose attributes they are; a child has those of its parent's class
   * @param owner record that the values come from
   * @param label what reports call the product
   */
  AttributeRows(
      ServiceRun run,
      Catalogue catalogue,
      RowBatch batch,
      Row product,
      String productClass,
      SpecRecord owner,
      String... label) {
    this.run = run;
    this.catalogue = catalogue;
    this.batch = batch;
    this.product = product;
    this.productClass = productClass;
    this.owner = owner;
    this.label = label;
  }

  AttributeRows text(String code, String value) {
    if (!value.isEmpty()) {
      row(code).set("value_text", value);
    }
    return this;
  }

  AttributeRows bool(String code, boolean value) {
    row(code).set("value_boolean", value);
    return this;
  }

  /**
   * @param said whether the spec says so; a default does not overrule what is there
   */
  AttributeRows whole(String code, long value, boolean said) {
    Row row = row(code);
    if (said) {
      row.set("value_integer", value);
    } else {
      row.fill("value_integer", value);
    }
    return this;
  }

  private Row row(String code) {
    String[] name = Arrays.copyOf(label, label.length + 1);
    name[label.length] = code;
    return batch
        .derive(run.table("catalogue_productattributevalue"), owner)
        .labelled(name)
        .set("attribute_id", catalogue.attribute(productClass, code))
        .set("product_id", product);
  }
}
