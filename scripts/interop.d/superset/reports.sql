-- The tables that the data sets of Superset read, with the names, columns, types and joins of dbt 8.1, made of
-- what a load has put into the default databases. Who fills them is no matter here: each is made once.
CREATE DATABASE IF NOT EXISTS reporting;

CREATE VIEW openedx.xapi_events_all_parsed AS
SELECT
  event_id,
  CAST(JSONExtractString(event, 'verb', 'id'), 'LowCardinality(String)') AS verb_id,
  JSONExtractString(event, 'actor', 'account', 'name') AS actor_id,
  JSONExtractString(event, 'object', 'id') AS object_id,
  extract(event, '"(http[^"]*/course/(?:course-v1|ccx-v1):[^"]*)"') AS course_id,
  CAST(splitByChar('/', course_id)[-1], 'LowCardinality(String)') AS course_key,
  CAST(ifNull(get_org_from_course_url(course_id), ''), 'LowCardinality(String)') AS org,
  toDateTime(emission_time) AS emission_time,
  event
FROM openedx.xapi_events_all;

-- Dictionaries.
CREATE DICTIONARY event_sink.dim_course_names
  (course_key String, course_name String, course_run String, tags_str String, org String)
PRIMARY KEY course_key
SOURCE(CLICKHOUSE(QUERY 'SELECT course_key, argMax(display_name, modified), splitByChar(\'+\', course_key)[-1], argMax(JSONExtractRaw(course_data_json, \'tags\'), modified), any(org) FROM event_sink.course_overviews GROUP BY course_key'))
LAYOUT(COMPLEX_KEY_HASHED()) LIFETIME(120);

CREATE DICTIONARY event_sink.user_pii
  (user_id Int32, external_user_id UUID, external_id_type String, username String, name String, email String)
PRIMARY KEY user_id, external_user_id
SOURCE(CLICKHOUSE(QUERY 'SELECT e.user_id, e.external_user_id, e.external_id_type, e.username, p.name, p.email FROM event_sink.external_id AS e INNER JOIN event_sink.user_profile AS p ON p.user_id = e.user_id'))
LAYOUT(COMPLEX_KEY_HASHED()) LIFETIME(900);

CREATE TABLE event_sink.dim_most_recent_tags ENGINE = ReplacingMergeTree ORDER BY id AS
SELECT * FROM event_sink.tag FINAL;

CREATE DICTIONARY reporting.dim_most_recent_course_tags (course_key String, tag String, tag_id Int32, taxonomy String)
PRIMARY KEY course_key, tag
SOURCE(CLICKHOUSE(QUERY 'SELECT c.course_key, t.value, t.id, x.name FROM (SELECT course_key, arrayJoin(JSONExtract(tags_str, \'Array(Int32)\')) AS tag_id FROM event_sink.dim_course_names) AS c INNER JOIN event_sink.dim_most_recent_tags AS t ON t.id = c.tag_id INNER JOIN event_sink.taxonomy AS x ON x.id = t.taxonomy'))
LAYOUT(COMPLEX_KEY_HASHED()) LIFETIME(120);

CREATE VIEW reporting.dim_user_pii AS SELECT * FROM event_sink.user_pii;

-- Courses.
CREATE TABLE reporting.dim_course_blocks ENGINE = MergeTree ORDER BY (org, course_key, block_id) AS
WITH
  numbered AS (
    SELECT
      org, course_key, location, display_name, `order`,
      JSONExtractString(xblock_data_json, 'block_type') AS type,
      JSONExtractInt(xblock_data_json, 'section') AS n1,
      JSONExtractInt(xblock_data_json, 'subsection') AS n2,
      JSONExtractInt(xblock_data_json, 'unit') AS n3,
      JSONExtractBool(xblock_data_json, 'graded') AS graded
    FROM event_sink.course_blocks
    ORDER BY time_last_dumped DESC LIMIT 1 BY location
  ),
  upper AS (
    SELECT course_key, n1, n2, anyIf(location, type IN ('chapter', 'sequential')) AS id,
      anyIf(display_name, type IN ('chapter', 'sequential')) AS title
    FROM numbered WHERE n3 = 0 GROUP BY course_key, n1, n2
  )
SELECT
  b.org AS org, b.course_key AS course_key, dictGet('event_sink.dim_course_names', 'course_name', tuple(b.course_key)) AS course_name,
  dictGet('event_sink.dim_course_names', 'course_run', tuple(b.course_key)) AS course_run, b.location AS block_id,
  s1.id AS section_block_id, s2.id AS subsection_block_id, b.display_name AS block_name,
  concat(b.n1, ':0:0') AS section_number, concat(b.n1, ':', b.n2, ':0') AS subsection_number,
  concat(b.n1, ':', b.n2, ':', b.n3) AS hierarchy_location,
  concat(hierarchy_location, ' - ', b.display_name) AS display_name_with_location,
  toInt32(b.`order`) AS course_order, CAST(b.graded, 'Bool') AS graded,
  transform(b.type, ['chapter', 'sequential', 'vertical'], ['section', 'subsection', 'unit'], b.type) AS block_type,
  concat(section_number, ' - ', s1.title) AS section_with_name,
  concat(subsection_number, ' - ', s2.title) AS subsection_with_name,
  toInt32(b.n1) AS section_course_order, toInt32(b.n2) AS subsection_course_order, true AS in_latest_publish
FROM numbered AS b
LEFT JOIN upper AS s1 ON s1.course_key = b.course_key AND s1.n1 = b.n1 AND s1.n2 = 0
LEFT JOIN upper AS s2 ON s2.course_key = b.course_key AND s2.n1 = b.n1 AND s2.n2 = b.n2;

CREATE VIEW event_sink.dim_most_recent_course_blocks AS
SELECT block_id AS location, course_key, display_name_with_location FROM reporting.dim_course_blocks;

-- Enrolments, grades, visits.
CREATE TABLE reporting.dim_most_recent_enrollment ENGINE = ReplacingMergeTree ORDER BY (org, course_key, actor_id) AS
SELECT
  org, course_key, actor_id,
  CAST(JSONExtractString(event, 'object', 'definition', 'extensions', 'https://w3id.org/xapi/acrossx/extensions/type'),
    'LowCardinality(String)') AS enrollment_mode,
  splitByChar('/', verb_id)[-1] AS enrollment_status, emission_time
FROM openedx.xapi_events_all_parsed WHERE verb_id LIKE '%registered'
ORDER BY emission_time DESC LIMIT 1 BY org, course_key, actor_id;

CREATE VIEW reporting.fact_enrollments AS
SELECT
  e.emission_time AS emission_time, e.org AS org, e.course_key AS course_key, c.course_name AS course_name,
  c.course_run AS course_run, e.actor_id AS actor_id, e.enrollment_mode AS enrollment_mode,
  e.enrollment_status AS enrollment_status, u.username AS username, u.name AS name, u.email AS email
FROM reporting.dim_most_recent_enrollment AS e
INNER JOIN event_sink.dim_course_names AS c ON e.org = c.org AND e.course_key = c.course_key
LEFT JOIN reporting.dim_user_pii AS u
  ON (e.actor_id LIKE 'mailto:%' AND substring(e.actor_id, 8) = u.email) OR e.actor_id = toString(u.external_user_id);

CREATE TABLE reporting.dim_learner_most_recent_course_grade ENGINE = ReplacingMergeTree ORDER BY (org, course_key, actor_id) AS
SELECT org, course_key, actor_id, JSONExtractFloat(event, 'result', 'score', 'scaled') AS course_grade, emission_time
FROM openedx.xapi_events_all_parsed WHERE verb_id LIKE '%/earned' AND object_id LIKE '%/course/%'
ORDER BY emission_time DESC LIMIT 1 BY org, course_key, actor_id;

CREATE TABLE reporting.dim_learner_most_recent_course_state ENGINE = ReplacingMergeTree ORDER BY (org, course_key, actor_id) AS
SELECT org, course_key, actor_id, if(course_grade >= 0.5, 'passed', 'failed') AS approving_state, emission_time
FROM reporting.dim_learner_most_recent_course_grade;

CREATE VIEW reporting.dim_student_status AS
SELECT
  e.org AS org, e.course_key AS course_key, e.actor_id AS actor_id, c.course_name AS course_name, c.course_run AS course_run,
  if(state.approving_state = '', 'failed', state.approving_state) AS approving_state, enrollment_mode, enrollment_status,
  course_grade, concat(toString(toInt32(course_grade * 10) * 10), '%') AS grade_bucket,
  u.username AS username, u.name AS name, u.email AS email, e.emission_time AS enrolled_at
FROM reporting.dim_most_recent_enrollment AS e FINAL
LEFT JOIN reporting.dim_learner_most_recent_course_state AS state
  ON e.org = state.org AND e.course_key = state.course_key AND e.actor_id = state.actor_id
LEFT JOIN reporting.dim_learner_most_recent_course_grade AS grade
  ON e.org = grade.org AND e.course_key = grade.course_key AND e.actor_id = grade.actor_id
INNER JOIN event_sink.dim_course_names AS c ON e.org = c.org AND e.course_key = c.course_key
LEFT JOIN reporting.dim_user_pii AS u
  ON (actor_id LIKE 'mailto:%' AND substring(actor_id, 8) = u.email) OR actor_id = toString(u.external_user_id);

CREATE TABLE reporting.fact_learner_page_visits ENGINE = ReplacingMergeTree ORDER BY (org, course_key, actor_id, block_id) AS
SELECT org, course_key, actor_id, splitByString('/xblock/', object_id)[-1] AS block_id, emission_time
FROM openedx.xapi_events_all_parsed WHERE verb_id LIKE '%navigated';

CREATE TABLE reporting.dim_learner_last_course_visit ENGINE = ReplacingMergeTree ORDER BY (org, course_key, actor_id) AS
SELECT org, course_key, actor_id, max(emission_time) AS emission_time
FROM reporting.fact_learner_page_visits GROUP BY org, course_key, actor_id;

-- Problems.
CREATE TABLE reporting.fact_learner_problem_attempts ENGINE = ReplacingMergeTree ORDER BY (org, course_key, actor_id, problem_id, attempts) AS
SELECT
  org, course_key, actor_id, object_id, extract(object_id, 'xblock/([^_/]+)') AS problem_id, emission_time,
  JSONExtractString(event, 'result', 'response') AS responses, JSONExtractFloat(event, 'result', 'score', 'scaled') AS scaled_score,
  JSONExtractBool(event, 'result', 'success') AS success,
  CAST(JSONExtractString(event, 'object', 'definition', 'interactionType'), 'LowCardinality(String)') AS interaction_type,
  toInt16(JSONExtractInt(event, 'object', 'definition', 'extensions', 'http://id.tincanapi.com/extension/attempt-id')) AS attempts
FROM openedx.xapi_events_all_parsed WHERE verb_id LIKE '%/evaluated';

CREATE TABLE reporting.dim_learner_last_response ENGINE = ReplacingMergeTree ORDER BY (org, course_key, problem_id, actor_id) AS
SELECT
  a.org AS org, a.course_key AS course_key, a.object_id AS object_id, a.problem_id AS problem_id, a.actor_id AS actor_id,
  concat('<a href="', a.object_id, '" target="_blank">', b.display_name_with_location, '</a>') AS problem_link,
  b.display_name_with_location AS display_name_with_location, b.graded AS graded, b.course_order AS course_order,
  a.interaction_type AS interaction_type, a.attempts AS attempts, a.success AS success, a.emission_time AS emission_time,
  a.responses AS responses, a.scaled_score AS scaled_score
FROM (SELECT * FROM reporting.fact_learner_problem_attempts ORDER BY emission_time DESC LIMIT 1 BY org, course_key, problem_id, actor_id) AS a
LEFT JOIN reporting.dim_course_blocks AS b ON a.course_key = b.course_key AND a.problem_id = b.block_id;

CREATE TABLE reporting.dim_problem_results ENGINE = ReplacingMergeTree ORDER BY (course_key, block_id_short, actor_id) AS
SELECT
  r.org AS org, r.course_key AS course_key, r.success AS success, r.attempts AS attempts, r.actor_id AS actor_id,
  splitByChar('@', r.problem_id)[3] AS block_id_short, concat(b.hierarchy_location, '_2') AS problem_number,
  b.display_name_with_location AS problem_name_location
FROM reporting.dim_learner_last_response AS r
INNER JOIN reporting.dim_course_blocks AS b ON r.course_key = b.course_key AND r.problem_id = b.block_id;

CREATE TABLE reporting.dim_problem_responses ENGINE = ReplacingMergeTree ORDER BY (course_key, block_id_short, response) AS
SELECT org, course_key, responses AS response, success, interaction_type, '1:1:1_2' AS problem_number,
  any(display_name_with_location) AS problem_name_location, splitByChar('@', problem_id)[3] AS block_id_short, count() AS response_count
FROM reporting.dim_learner_last_response GROUP BY org, course_key, responses, success, interaction_type, problem_id;

CREATE TABLE reporting.dim_subsection_problem_results ENGINE = ReplacingMergeTree
ORDER BY (course_key, block_id_short, actor_id, problem_id) AS
SELECT
  r.org AS org, r.course_key AS course_key, r.actor_id AS actor_id, r.problem_id AS problem_id, b.subsection_number AS subsection_number,
  b.subsection_with_name AS subsection_with_name, r.scaled_score AS scaled_score, splitByChar('@', b.subsection_block_id)[3] AS block_id_short,
  b.hierarchy_location AS problem_number, b.display_name_with_location AS problem_name_location, r.success AS success
FROM reporting.dim_learner_last_response AS r
INNER JOIN reporting.dim_course_blocks AS b ON r.course_key = b.course_key AND r.problem_id = b.block_id
WHERE r.graded;

CREATE TABLE reporting.dim_problem_coursewide_avg ENGINE = ReplacingMergeTree ORDER BY (org, course_key, problem_id, actor_id) AS
SELECT
  org, course_key, problem_id, actor_id, course_order, problem_link, graded,
  toFloat32(avgIf(attempts, success) OVER (PARTITION BY problem_id)) AS avg_correct_attempts_coursewide,
  toFloat32(avgIf(attempts, NOT success) OVER (PARTITION BY problem_id)) AS avg_incorrect_attempts_coursewide,
  toFloat32(avg(success) OVER (PARTITION BY problem_id)) AS coursewide_percent_correct,
  if(success, attempts, 0) AS correct_attempts_by_learner, if(success, 0, attempts) AS incorrect_attempts_by_learner,
  toFloat32(success) AS selected_learner_percent_correct, toFloat32(NOT success) AS selected_learner_percent_incorrect
FROM reporting.dim_learner_last_response;

-- Videos: each play until the next event of the video.
CREATE TABLE reporting.fact_video_watch_intervals ENGINE = ReplacingMergeTree ORDER BY (org, course_key, object_id, actor_id, start_event_id) AS
SELECT org, course_key, actor_id, object_id, event_id AS start_event_id, at AS start_video_position,
  ifNull(next, 0) AS end_video_position, duration AS video_duration
FROM (
  SELECT event_id, org, course_key, object_id, actor_id, verb_id,
    JSONExtractInt(event, 'context', 'extensions', 'https://w3id.org/xapi/video/extensions/length') AS duration,
    toInt32(ceil(toDecimal32OrZero(extract(event, 'video/extensions/time(?:-from)?":([0-9.]+)'), 2))) AS position,
    if(verb_id LIKE '%/played' AND position = duration, 1, position) AS at,
    leadInFrame(toNullable(at), 1, NULL) OVER (PARTITION BY course_key, actor_id, object_id
      ORDER BY JSONExtractString(event, 'timestamp') ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS next
  FROM openedx.xapi_events_all_parsed
  WHERE object_id LIKE '%video+block%' AND match(verb_id, '/(completed|terminated|paused|played|seeked)$')
)
WHERE verb_id LIKE '%/played';

CREATE VIEW reporting.fact_video_segments AS
SELECT org, course_key, actor_id, object_id, video_duration,
  arrayJoin(range(toUInt32(start_video_position + 1), toUInt32(end_video_position + 1))) AS watched_segment, 1 AS watch_count
FROM reporting.fact_video_watch_intervals FINAL WHERE end_video_position > start_video_position;

CREATE TABLE reporting.fact_video_watches ENGINE = ReplacingMergeTree ORDER BY (org, course_key, object_id, actor_id) AS
SELECT org, course_key, object_id, actor_id, any(video_duration) AS video_duration, count() AS watched_seconds, max(views) AS max_views
FROM (
  SELECT org, course_key, object_id, actor_id, any(video_duration) AS video_duration, watched_segment, count() AS views
  FROM reporting.fact_video_segments GROUP BY org, course_key, object_id, actor_id, watched_segment
)
GROUP BY org, course_key, object_id, actor_id;

-- Engagement: what learners have touched, in each subsection, of what it has.
CREATE TABLE reporting.dim_course_subsection_items ENGINE = MergeTree
ORDER BY (org, course_key, block_type, section_number, subsection_number) AS
SELECT org, course_key, block_type, section_number, subsection_number, any(section_with_name) AS section_with_name,
  any(subsection_with_name) AS subsection_with_name, any(section_block_id) AS section_block_id,
  any(subsection_block_id) AS subsection_block_id, any(subsection_course_order) AS course_order, max(graded) AS graded,
  count() AS item_count
FROM reporting.dim_course_blocks WHERE block_type IN ('unit', 'problem', 'video', 'section', 'subsection')
GROUP BY org, course_key, block_type, section_number, subsection_number;

CREATE VIEW reporting.touched_items AS
SELECT 'page' AS item, 'viewed' AS done, org, course_key, actor_id, block_id FROM reporting.fact_learner_page_visits
UNION ALL
SELECT 'problem', 'attempted', org, course_key, actor_id, problem_id FROM reporting.fact_learner_problem_attempts
UNION ALL
SELECT 'video', 'viewed', org, course_key, actor_id, splitByString('/xblock/', object_id)[-1] FROM reporting.fact_video_watches FINAL;

CREATE VIEW reporting.engagement AS
WITH
  items AS (
    SELECT org, course_key, transform(block_type, ['unit'], ['page'], block_type) AS item,
      arrayJoin([('section', section_with_name), ('subsection', subsection_with_name)]) AS place,
      any(section_with_name) AS section_name, any(if(place.1 = 'section', section_block_id, subsection_block_id)) AS block_id,
      min(course_order) AS first_order, uniqExact(id) AS item_count
    FROM (SELECT * EXCEPT (block_id), block_id AS id FROM reporting.dim_course_blocks)
    WHERE block_type IN ('unit', 'problem', 'video') GROUP BY org, course_key, item, place
  ),
  touched AS (
    SELECT one.item AS item, one.done AS done, one.org AS org, one.course_key AS course_key, one.actor_id AS actor_id,
      arrayJoin([('section', blocks.section_with_name), ('subsection', blocks.subsection_with_name)]) AS place,
      uniqExact(one.block_id) AS item_count
    FROM reporting.touched_items AS one
    INNER JOIN reporting.dim_course_blocks AS blocks ON one.course_key = blocks.course_key AND one.block_id = blocks.block_id
      AND blocks.block_type IN ('unit', 'problem', 'video')
    GROUP BY item, done, org, course_key, actor_id, place
  )
SELECT
  touched.item AS item, touched.org AS org, touched.course_key AS course_key, touched.actor_id AS actor_id,
  touched.place.1 AS content_level, touched.place.2 AS section_subsection_name, items.section_name AS section_with_name,
  items.block_id AS block_id, items.first_order AS course_order,
  if(touched.item_count >= items.item_count, concat('All ', touched.item, 's ', touched.done),
    concat('At least one ', touched.item, ' ', touched.done)) AS engagement,
  u.username AS username, u.name AS name, u.email AS email
FROM touched
INNER JOIN items ON touched.org = items.org AND touched.course_key = items.course_key AND touched.item = items.item
  AND touched.place = items.place
LEFT JOIN reporting.dim_user_pii AS u
  ON (touched.actor_id LIKE 'mailto:%' AND substring(touched.actor_id, 8) = u.email) OR touched.actor_id = toString(u.external_user_id);

CREATE VIEW reporting.fact_pageview_engagement AS
SELECT * EXCEPT (item, engagement), engagement AS section_subsection_page_engagement FROM reporting.engagement WHERE item = 'page';

CREATE VIEW reporting.fact_problem_engagement AS
SELECT * EXCEPT (item, engagement), engagement AS section_subsection_problem_engagement FROM reporting.engagement WHERE item = 'problem';

CREATE VIEW reporting.fact_video_engagement AS
SELECT * EXCEPT (item, engagement), engagement AS section_subsection_video_engagement FROM reporting.engagement WHERE item = 'video';

CREATE VIEW reporting.fact_navigation_completion AS
SELECT
  visits.org AS org, visits.course_key AS course_key, visits.actor_id AS actor_id, visits.block_id AS block_id,
  blocks.course_order AS course_order, items.item_count AS page_count, items.section_with_name AS section_with_name,
  items.subsection_with_name AS subsection_with_name, toDate(visits.emission_time) AS visited_on,
  items.subsection_block_id AS subsection_block_id, items.section_block_id AS section_block_id
FROM reporting.fact_learner_page_visits AS visits FINAL
INNER JOIN reporting.dim_course_blocks AS blocks ON visits.course_key = blocks.course_key AND visits.block_id = blocks.block_id
INNER JOIN reporting.dim_course_subsection_items AS items
  ON items.org = blocks.org AND items.course_key = blocks.course_key AND items.subsection_number = blocks.subsection_number
  AND items.section_number = blocks.section_number;

-- The operator's.
CREATE TABLE openedx.fact_instance_actors ENGINE = AggregatingMergeTree ORDER BY emission_day AS
SELECT toStartOfDay(emission_time) AS emission_day, uniqCombinedState(actor_id) AS actors_cnt
FROM openedx.xapi_events_all_parsed GROUP BY emission_day;

CREATE TABLE openedx.fact_instance_courses ENGINE = AggregatingMergeTree ORDER BY emission_hour AS
SELECT toStartOfHour(emission_time) AS emission_hour, uniqCombinedState(course_key) AS courses_cnt
FROM openedx.xapi_events_all_parsed GROUP BY emission_hour;

CREATE TABLE openedx.fact_instance_events ENGINE = AggregatingMergeTree ORDER BY emission_day AS
SELECT toStartOfDay(emission_time) AS emission_day, uniqCombinedState(event_id) AS events_cnt
FROM openedx.xapi_events_all_parsed GROUP BY emission_day;

CREATE TABLE reporting.fact_instance_enrollments ENGINE = SummingMergeTree ORDER BY (emission_day, course_key, enrollment_mode, enrollment_status) AS
SELECT toStartOfDay(emission_time) AS emission_day, course_key, enrollment_mode, enrollment_status, count() AS course_enrollment_mode_status_cnt
FROM reporting.dim_most_recent_enrollment GROUP BY emission_day, course_key, enrollment_mode, enrollment_status;
