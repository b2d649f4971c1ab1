package org.openedx.devdata.service.ecommerce;

import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.jdbc.TableSet;

/** The tables of the e-commerce service's kinds by name. Immutable. */
final class EcommerceTables {

  final TableSet all = TableSet.besides(EcommerceTables.class);
  final Table sites = all.get("django_site");
  final Table partners = all.get("partner_partner");
  final Table configurations = all.get("core_siteconfiguration");
  final Table users = all.get("ecommerce_user");
  final Table courses = all.get("courses_course");
  final Table productClasses = all.get("catalogue_productclass");
  final Table attributes = all.get("catalogue_productattribute");
  final Table categories = all.get("catalogue_category");
  final Table products = all.get("catalogue_product");
  final Table productCategories = all.get("catalogue_productcategory");
  final Table attributeValues = all.get("catalogue_productattributevalue");
  final Table stockRecords = all.get("partner_stockrecord");
  final Table flags = all.get("waffle_flag");
}
