package org.openedx.devdata.keep.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.plan.Removal;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.service.content.ContentService;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Ledgers of a shop and of authored content, on databases with rows of other people. */
@DatabaseTest
class ServiceLedgersTest {

  private static final Removal PRUNE = new Removal(true, false, false);

  private static final String OTHER_SHOP =
      """
      partners: [{code: other, short_code: other}]
      courses:
      - {course_id: course-v1:A+B+1, partner: other, seats: [{mode: audit}]}
      """;
  private static final String SHOP =
      """
      sites: [{domain: shop.example.com}]
      partners: [{code: other, short_code: other}, {code: edX, short_code: edX, default_site: shop.example.com}]
      users: [{username: anna}]
      courses:
      - course_id: course-v1:A+B+2
        partner: edX
        seats:
        - {mode: honor}
        - {mode: verified, price: 10, enrollment_code: true}
      """;
  private static final String OTHER_LIBRARY =
      """
      learning_packages: [{key: "lib:A:other"}]
      components:
      - {package: "lib:A:other", type: problem, key: one, files: [{path: static/a.txt, text: moss}]}
      """;
  private static final String LIBRARY =
      """
      learning_packages: [{key: "lib:A:mine", admins: [ada]}]
      components:
      - {package: "lib:A:mine", type: problem, key: one, files: [{path: static/a.txt, text: fern}]}
      - {package: "lib:A:mine", type: html, key: two, versions: [{title: Second, by: bob}]}
      units: [{package: "lib:A:mine", key: u, children: ["problem:one", "html:two"]}]
      collections: [{package: "lib:A:mine", key: c, entities: ["problem:one"]}]
      """;

  private static SpecLab remembering(TestDatabase database, SqlService service, Removal removal) {
    return new SpecLab(database, service)
        .withLedgers(new SpecLedgers(LedgerLab.origin("one", "host"), Optional.empty()))
        .removing(removal);
  }

  /** All rows of all tables but the ledger's. */
  private static Map<String, List<List<String>>> dump(TestDatabase database) throws SQLException {
    Map<String, List<List<String>>> rows = new TreeMap<>();
    for (List<String> table : database.rows("SHOW TABLES")) {
      String name = table.get(0);
      if (!name.equals("devdata_ledger")) {
        rows.put(name, database.rows("SELECT * FROM `" + name + "` ORDER BY 1"));
      }
    }
    return rows;
  }

  private static void thereAndBack(TestDatabase database, SqlService service, String spec)
      throws SQLException {
    Map<String, List<List<String>>> before = dump(database);
    assertThat(remembering(database, service, Removal.NONE).load(spec)).isNotEmpty();
    String ledger = database.rows("SELECT * FROM devdata_ledger").toString();
    assertThat(remembering(database, service, Removal.NONE).load(spec)).isEmpty();
    assertThat(database.rows("SELECT * FROM devdata_ledger").toString()).isEqualTo(ledger);
    assertThat(remembering(database, service, PRUNE).plan(spec)).isEmpty();

    remembering(database, service, PRUNE).reset(spec);

    Map<String, List<List<String>>> after = dump(database);
    before.forEach((table, rows) -> assertThat(after.get(table)).as(table).isEqualTo(rows));
    assertThat(database.value("SELECT COUNT(*) FROM devdata_ledger WHERE spec <> ''"))
        .isEqualTo("0");
  }

  @Test
  void aShopGoesAndTheOtherStays(TestDatabase database) throws SQLException {
    EcommerceService service = new EcommerceService();
    new SpecLab(database, service).withTables().load(OTHER_SHOP);

    thereAndBack(database, service, SHOP);
  }

  @Test
  void coursesThatAShopNoLongerSellsArePruned(TestDatabase database) throws SQLException {
    EcommerceService service = new EcommerceService();
    new SpecLab(database, service).withTables().load(OTHER_SHOP);
    remembering(database, service, Removal.NONE).load(SHOP);
    String fewer = SHOP.substring(0, SHOP.indexOf("courses:"));

    remembering(database, service, PRUNE).load(fewer);

    assertThat(database.rows("SELECT id FROM courses_course")).hasToString("[[course-v1:A+B+1]]");
    assertThat(remembering(database, service, PRUNE).plan(fewer)).isEmpty();
  }

  @Test
  void aLibraryGoesAndTheOtherStays(TestDatabase database, @TempDir Path media) throws Exception {
    SqlService service = library(database, media);
    List<Path> files = files(media);

    thereAndBack(database, service, LIBRARY);

    assertThat(files(media)).containsAll(files);
  }

  @Test
  void aLibraryThatIsNoLongerListedIsPruned(TestDatabase database, @TempDir Path media)
      throws Exception {
    SqlService service = library(database, media);
    List<Path> files = files(media);
    Map<String, List<List<String>>> before = dump(database);
    remembering(database, service, Removal.NONE).load(LIBRARY);

    remembering(database, service, PRUNE).load("learning_packages: []\n");

    Map<String, List<List<String>>> after = dump(database);
    before.forEach((table, rows) -> assertThat(after.get(table)).as(table).isEqualTo(rows));
    assertThat(files(media)).containsAll(files);
  }

  private static SqlService library(TestDatabase database, Path media) throws SQLException {
    LayoutLab.create(database, Layout.CURRENT);
    database.run("INSERT INTO auth_user (username) VALUES ('ada'), ('bob')");
    SqlService service = new ContentService().withMediaRoot(media);
    new SpecLab(database, service).load(OTHER_LIBRARY);
    return service;
  }

  private static List<Path> files(Path media) throws Exception {
    try (Stream<Path> files = Files.walk(media)) {
      return files.filter(Files::isRegularFile).map(media::relativize).sorted().toList();
    }
  }
}
