package org.openedx.devdata.jdbc.catalog;

/** Queries of {@code information_schema} that MySQL and MariaDB answer alike. */
final class CatalogQueries {

  static final String TABLES =
      "SELECT table_name AS t, engine AS e, table_collation AS o, auto_increment AS a,"
          + " create_options AS p, table_rows AS n, data_length AS b"
          + " FROM information_schema.tables"
          + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name";

  static final String COLUMNS =
      "SELECT table_name AS t, column_name AS c, data_type AS d, column_type AS f,"
          + " is_nullable AS n, column_default AS v, extra AS x, generation_expression AS g,"
          + " character_set_name AS s, collation_name AS o FROM information_schema.columns"
          + " WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position";

  static final String KEYS =
      "SELECT table_name AS t, index_name AS i, column_name AS c"
          + " FROM information_schema.statistics"
          + " WHERE table_schema = DATABASE() AND non_unique = 0"
          + " ORDER BY table_name, index_name, seq_in_index";

  static final String REFERENCES =
      "SELECT k.table_name AS t, k.constraint_name AS k, k.column_name AS c,"
          + " k.referenced_table_schema AS rd, k.referenced_table_name AS rt,"
          + " k.referenced_column_name AS rc, r.delete_rule AS dr, r.update_rule AS ur"
          + " FROM information_schema.key_column_usage k"
          + " JOIN information_schema.referential_constraints r"
          + " ON r.constraint_schema = k.constraint_schema AND r.table_name = k.table_name"
          + " AND r.constraint_name = k.constraint_name"
          + " WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL"
          + " ORDER BY k.table_name, k.constraint_name, k.ordinal_position";

  /** All that a database has besides base tables, by kind in the plural. */
  static final String OTHERS =
      "SELECT CASE table_type WHEN 'VIEW' THEN 'views' WHEN 'SEQUENCE' THEN 'sequences'"
          + " ELSE 'versioned tables' END AS k, table_name AS n FROM information_schema.tables"
          + " WHERE table_schema = DATABASE() AND table_type <> 'BASE TABLE'"
          + " UNION ALL SELECT 'triggers', trigger_name FROM information_schema.triggers"
          + " WHERE trigger_schema = DATABASE()"
          + " UNION ALL SELECT 'routines', routine_name FROM information_schema.routines"
          + " WHERE routine_schema = DATABASE()"
          + " UNION ALL SELECT 'events', event_name FROM information_schema.events"
          + " WHERE event_schema = DATABASE() ORDER BY 1, 2";

  static final String TRIGGERED =
      "SELECT DISTINCT event_object_table AS t FROM information_schema.triggers"
          + " WHERE trigger_schema = DATABASE() ORDER BY 1";

  static final String MIGRATIONS = "SELECT app, name FROM django_migrations ORDER BY app, name";

  private CatalogQueries() {}
}
