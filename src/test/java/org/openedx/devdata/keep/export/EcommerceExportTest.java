package org.openedx.devdata.keep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** A shop that is loaded, exported and loaded again is the same. */
@DatabaseTest
class EcommerceExportTest {

  private ExportLab export;
  private SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh, @TempDir Path folder) throws Exception {
    export = new ExportLab(new EcommerceService(), fresh, folder);
    lab = export.lab(fresh);
  }

  @ParameterizedTest
  @ValueSource(strings = {"specs/ecommerce.yaml", "specs/oep37/ecommerce.yaml"})
  void exportsOfWhatAnExportMadeAreTheSame(String file) throws Exception {
    export.thereAndBack(lab, Files.readString(Path.of(file)));
  }

  @Test
  void seatsOfAllModesComeBack() throws Exception {
    export.thereAndBack(
        lab,
        """
        sites: [{domain: "shop.example.com"}, {domain: "a.example.com:18130", name: "A, B: c"}]
        partners:
        - {code: one, short_code: o, name: "One & only", default_site: shop.example.com}
        - {code: two}
        flags: [{name: a, everyone: true}, {name: b, percent: 12.5, note: "x: y # z"}]
        users: [{username: anna, lms_user_id: 7}, {username: bob, password: pw}]
        site_configurations:
        - {site: shop.example.com, partner: one, payment_processors: "paypal,cybersource"}
        courses:
        - course_id: course-v1:A+B+1
          partner: two
          seats:
          - {mode: audit}
          - {mode: honor, expires: 2030-01-01}
          - {mode: verified, price: 10.50, enrollment_code: true, bulk_sku: BULK1, sku: ONE}
          - {mode: no-id-professional, price_currency: EUR, title: Special, is_public: false}
          - {mode: credit, credit_provider: hogwarts, credit_hours: 3}
          - {mode: credit, credit_provider: durmstrang, num_in_stock: 5}
        - {course_id: course-v1:A+B+2, partner: one, seats: [], site: shop.example.com}
        - {course_id: course-v1:A+B+3, partner: one}
        """);
    assertThat(Files.readString(export.folder().resolve("ecommerce.yaml")))
        .doesNotContain("oauth", "secret");
  }
}
