-- Rows of an LMS with half of them learner state, as a database of 100,000 accounts has
-- them. @accounts is set before. MySQL 9.6 has neither MD5 nor SHA1.
SET SESSION foreign_key_checks = 0, unique_checks = 0;
CREATE TABLE auth_user (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY, password varchar(128) NOT NULL, last_login datetime(6),
  is_superuser tinyint(1) NOT NULL, username varchar(150) NOT NULL UNIQUE, first_name varchar(150) NOT NULL,
  last_name varchar(150) NOT NULL, email varchar(254) NOT NULL UNIQUE, is_staff tinyint(1) NOT NULL,
  is_active tinyint(1) NOT NULL, date_joined datetime(6) NOT NULL);
CREATE TABLE student_courseenrollment (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY, course_id varchar(255) NOT NULL, created datetime(6),
  is_active tinyint(1) NOT NULL, mode varchar(100) NOT NULL, user_id int NOT NULL,
  UNIQUE KEY user_course (user_id, course_id), KEY by_course (course_id), KEY by_created (created),
  FOREIGN KEY (user_id) REFERENCES auth_user (id));
CREATE TABLE courseware_studentmodule (
  id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, module_type varchar(32) NOT NULL, module_id varchar(255) NOT NULL,
  course_id varchar(255) NOT NULL, state longtext, grade double, max_grade double, done varchar(8) NOT NULL,
  created datetime(6) NOT NULL, modified datetime(6) NOT NULL, student_id int NOT NULL,
  UNIQUE KEY student_module (student_id, module_id, course_id), KEY by_module (module_id, grade, student_id),
  KEY by_modified (modified), KEY by_course (course_id, module_id),
  FOREIGN KEY (student_id) REFERENCES auth_user (id));
CREATE TABLE grades_persistentsubsectiongrade (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, user_id int NOT NULL, course_id varchar(255) NOT NULL,
  usage_key varchar(255) NOT NULL, course_version varchar(255) NOT NULL, subtree_edited_timestamp datetime(6),
  earned_all double NOT NULL, possible_all double NOT NULL, earned_graded double NOT NULL,
  possible_graded double NOT NULL, visible_blocks_hash varchar(100) NOT NULL, created datetime(6) NOT NULL,
  modified datetime(6) NOT NULL, UNIQUE KEY course_user_key (course_id, user_id, usage_key),
  KEY by_modified (modified, course_id, usage_key));
CREATE TABLE digits (n int NOT NULL PRIMARY KEY);
INSERT INTO digits VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);
CREATE TABLE numbers (n int NOT NULL PRIMARY KEY);
INSERT INTO numbers SELECT a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n
  FROM digits a, digits b, digits c, digits d, digits e
  WHERE a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n < @accounts;
INSERT INTO auth_user (id, password, last_login, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined)
  SELECT n + 1, CONCAT('pbkdf2_sha256$600000$', LEFT(SHA2(n, 256), 32), '$', TO_BASE64(UNHEX(SHA2(n, 256)))), NULL, 0,
    CONCAT('learner_', n), CONCAT('First', n % 977), CONCAT('Last', n % 3571), CONCAT('learner_', n, '@example.com'),
    0, 1, '2026-01-01' + INTERVAL n SECOND FROM numbers ORDER BY n;
INSERT INTO student_courseenrollment (course_id, created, is_active, mode, user_id)
  SELECT CONCAT('course-v1:DemoX+C', (d.n * 7 + u.n) % 50, '+2026'), '2026-02-01' + INTERVAL u.n * 10 + d.n SECOND,
    1, IF(u.n % 5 = 0, 'verified', 'audit'), u.n + 1 FROM numbers u, digits d WHERE d.n < 8 ORDER BY u.n, d.n;
INSERT INTO courseware_studentmodule (module_type, module_id, course_id, state, grade, max_grade, done, created, modified, student_id)
  SELECT 'problem', CONCAT('block-v1:DemoX+C', u.n % 50, '+2026+type@problem+block@', LEFT(SHA2(u.n % 50 * 100 + d.n * 3 + e.n, 256), 32)),
    CONCAT('course-v1:DemoX+C', u.n % 50, '+2026'),
    CONCAT('{"attempts": ', 1 + d.n % 3, ', "seed": 1, "done": true, "correct_map": {"', LEFT(SHA2(u.n % 50 * 100 + d.n * 3 + e.n, 256), 32),
      '_2_1": {"correctness": "', IF((u.n + d.n) % 3 = 0, 'incorrect', 'correct'), '", "npoints": null, "msg": "", "hint": "", "queuestate": null}}, "student_answers": {"',
      LEFT(SHA2(u.n % 50 * 100 + d.n * 3 + e.n, 256), 32), '_2_1": "choice_', (u.n + d.n) % 4, '"}, "last_submission_time": "2026-03-0', 1 + d.n % 9, 'T10:', 10 + u.n % 50, ':00Z"}'),
    (u.n + d.n) % 3 = 0, 1, 'na', '2026-03-01' + INTERVAL u.n * 30 + d.n SECOND,
    '2026-03-02' + INTERVAL u.n * 37 % 900000 + d.n SECOND, u.n + 1
  FROM numbers u, digits d, digits e WHERE e.n < 3 ORDER BY u.n, d.n, e.n;
INSERT INTO grades_persistentsubsectiongrade (user_id, course_id, usage_key, course_version, subtree_edited_timestamp, earned_all, possible_all, earned_graded, possible_graded, visible_blocks_hash, created, modified)
  SELECT u.n + 1, CONCAT('course-v1:DemoX+C', u.n % 50, '+2026'),
    CONCAT('block-v1:DemoX+C', u.n % 50, '+2026+type@sequential+block@', LEFT(SHA2(u.n % 50 * 100 + d.n, 256), 32)), LEFT(SHA2(u.n % 50, 256), 32),
    '2026-01-15', d.n, 10, d.n, 10, TO_BASE64(UNHEX(LEFT(SHA2(u.n % 50 * 100 + d.n, 256), 40))), '2026-03-01' + INTERVAL u.n SECOND,
    '2026-03-05' + INTERVAL u.n SECOND FROM numbers u, digits d ORDER BY u.n, d.n;
DROP TABLE digits, numbers;
