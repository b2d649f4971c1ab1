-- The reporting tables of dbt 8.1 that known answers are asked of, as views: what they show, without the ways
-- in which they are filled. {raw} has the statements, {x}, {s} and {r} are the databases.
CREATE OR REPLACE VIEW {x}.xapi_events_all_parsed AS
SELECT
  event_id, emission_time,
  JSONExtractString(event, 'verb', 'id') AS verb_id,
  JSONExtractString(event, 'actor', 'account', 'name') AS actor_id,
  JSONExtractString(event, 'object', 'id') AS object_id,
  extract(event, '/course/(course-v1:[^"]+)"') AS course_key,
  event
FROM {raw} FINAL;
CREATE OR REPLACE VIEW {x}.enrollment_events AS
SELECT event_id, toDateTime(emission_time, 'UTC') AS emission_time, course_key, actor_id,
  JSONExtractString(event, 'object', 'definition', 'extensions', 'https://w3id.org/xapi/acrossx/extensions/type') AS enrollment_mode,
  splitByChar('/', verb_id)[-1] AS enrollment_status
FROM {x}.xapi_events_all_parsed WHERE verb_id LIKE '%registered';
CREATE OR REPLACE TABLE {r}.dim_most_recent_enrollment ENGINE = ReplacingMergeTree ORDER BY (course_key, actor_id) AS
SELECT course_key, actor_id, argMax(enrollment_mode, e.emission_time) AS enrollment_mode,
  argMax(enrollment_status, e.emission_time) AS enrollment_status, max(e.emission_time) AS emission_time
FROM {x}.enrollment_events AS e GROUP BY course_key, actor_id;
CREATE OR REPLACE VIEW {x}.grading_events AS
SELECT event_id, toDateTime(emission_time, 'UTC') AS emission_time, course_key, actor_id, object_id, verb_id,
  JSONExtractFloat(event, 'result', 'score', 'scaled') AS scaled_score,
  multiIf(event LIKE '%grade_classification":"Fail"%', 'failed', event LIKE '%grade_classification":"Pass"%', 'passed',
    match(verb_id, '/(passed|failed)$'), splitByChar('/', verb_id)[-1], '') AS approving_state
FROM {x}.xapi_events_all_parsed WHERE match(verb_id, '/(earned|evaluated|passed|failed)$');
CREATE OR REPLACE VIEW {r}.dim_student_status AS
SELECT e.course_key AS course_key, e.actor_id AS actor_id, e.enrollment_mode AS enrollment_mode,
  e.enrollment_status AS enrollment_status, if(s.approving_state = '', 'failed', s.approving_state) AS approving_state,
  g.grade AS course_grade,
  if(g.grade >= 0.9, '90-100%', concat(toString(intDiv(toInt32(round(g.grade * 100)), 10) * 10), '-',
    toString(intDiv(toInt32(round(g.grade * 100)), 10) * 10 + 9), '%')) AS grade_bucket
FROM {r}.dim_most_recent_enrollment AS e
LEFT JOIN (
  SELECT course_key, actor_id, argMax(scaled_score, emission_time) AS grade FROM {x}.grading_events
  WHERE object_id LIKE '%/course/%' AND NOT (verb_id LIKE '%/passed' AND scaled_score = 0)
  GROUP BY course_key, actor_id) AS g ON e.course_key = g.course_key AND e.actor_id = g.actor_id
LEFT JOIN (
  SELECT course_key, actor_id, argMax(e.approving_state, e.emission_time) AS approving_state FROM {x}.grading_events AS e
  WHERE e.approving_state != '' GROUP BY course_key, actor_id) AS s
  ON e.course_key = s.course_key AND e.actor_id = s.actor_id;
CREATE OR REPLACE VIEW {x}.navigation_events AS
SELECT event_id, toDateTime(emission_time, 'UTC') AS emission_time, course_key, actor_id,
  splitByString('/xblock/', object_id)[-1] AS block_id
FROM {x}.xapi_events_all_parsed WHERE verb_id LIKE '%/navigated';
CREATE OR REPLACE VIEW {r}.dim_learner_last_course_visit AS
SELECT course_key, actor_id, max(n.emission_time) AS emission_time FROM {x}.navigation_events AS n GROUP BY course_key, actor_id;
CREATE OR REPLACE VIEW {x}.problem_events AS
SELECT event_id, emission_time, course_key, actor_id, object_id, verb_id,
  JSONExtractBool(event, 'result', 'success') AS success,
  toInt16(JSONExtractInt(event, 'object', 'definition', 'extensions', 'http://id.tincanapi.com/extension/attempt-id')) AS attempts
FROM {x}.xapi_events_all_parsed WHERE verb_id LIKE '%/evaluated';
CREATE OR REPLACE TABLE {r}.fact_video_watch_intervals ENGINE = ReplacingMergeTree
ORDER BY (course_key, object_id, actor_id, start_event_id) SETTINGS allow_nullable_key = 1 AS
SELECT course_key, object_id, actor_id, event_id AS start_event_id, at AS start_video_position, next AS end_video_position,
  duration AS video_duration
FROM (
  SELECT event_id, course_key, object_id, actor_id, verb_id,
    toInt32(JSONExtractInt(event, 'context', 'extensions', 'https://w3id.org/xapi/video/extensions/length')) AS duration,
    toInt32(ceil(CAST(extract(event, 'video/extensions/time(?:-from)?":([0-9.]+)') AS Decimal32(2)))) AS position,
    if(verb_id LIKE '%/played' AND position = duration, 1, position) AS at,
    leadInFrame(toNullable(at), 1, NULL) OVER (PARTITION BY course_key, actor_id, object_id ORDER BY emission_time
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS next
  FROM {x}.xapi_events_all_parsed
  WHERE object_id LIKE '%video+block%' AND match(verb_id, '/(completed|terminated|paused|played|seeked)$')
)
WHERE verb_id LIKE '%/played';
CREATE OR REPLACE TABLE {r}.fact_video_watches ENGINE = ReplacingMergeTree ORDER BY (course_key, object_id, actor_id) AS
SELECT course_key, object_id, actor_id, any(video_duration) AS video_duration, count() AS watched_seconds, max(n) AS max_views
FROM (
  SELECT course_key, object_id, actor_id, video_duration,
    arrayJoin(range(toUInt32(start_video_position + 1), toUInt32(assumeNotNull(end_video_position) + 1))) AS second, count() AS n
  FROM {r}.fact_video_watch_intervals WHERE end_video_position > start_video_position
  GROUP BY course_key, object_id, actor_id, video_duration, second
)
GROUP BY course_key, object_id, actor_id;
CREATE OR REPLACE VIEW {r}.items AS
SELECT course_key, location, any(JSONExtractString(xblock_data_json, 'block_type')) AS type,
  any(JSONExtractInt(xblock_data_json, 'section')) AS section, any(JSONExtractInt(xblock_data_json, 'subsection')) AS subsection
FROM {s}.course_blocks GROUP BY course_key, location;
CREATE OR REPLACE VIEW {r}.engaged AS
SELECT DISTINCT course_key, actor_id, block_id, type FROM (
  SELECT course_key, actor_id, block_id, 'vertical' AS type FROM {x}.navigation_events
  UNION ALL
  SELECT course_key, actor_id, extract(object_id, '/xblock/([^_]+)') AS block_id, 'problem' AS type FROM {x}.problem_events
  UNION ALL
  SELECT course_key, actor_id, splitByString('/xblock/', object_id)[2] AS block_id, 'video' AS type FROM {r}.fact_video_watches);
CREATE OR REPLACE VIEW {r}.engagement AS
SELECT d.course_key AS course_key, d.actor_id AS actor_id, d.type AS type, d.place.1 AS content_level, p.location AS block_id,
  if(d.done = t.total, 'All of them', 'At least one') AS status
FROM (
  SELECT i.course_key AS course_key, e.actor_id AS actor_id, i.type AS type, uniqExact(i.location) AS done,
    arrayJoin([('section', i.section, 0), ('subsection', i.section, i.subsection)]) AS place
  FROM {r}.engaged AS e INNER JOIN {r}.items AS i ON i.course_key = e.course_key AND i.location = e.block_id AND i.type = e.type
  GROUP BY course_key, actor_id, type, place) AS d
INNER JOIN (
  SELECT course_key, type, count() AS total, arrayJoin([('section', section, 0), ('subsection', section, subsection)]) AS place
  FROM {r}.items GROUP BY course_key, type, place) AS t
  ON d.course_key = t.course_key AND d.type = t.type AND d.place = t.place
INNER JOIN (
  SELECT course_key, location, if(type = 'chapter', ('section', section, 0), ('subsection', section, subsection)) AS place
  FROM {r}.items WHERE type IN ('chapter', 'sequential')) AS p ON p.course_key = d.course_key AND p.place = d.place;
CREATE OR REPLACE VIEW {r}.fact_pageview_engagement AS
SELECT course_key, actor_id, content_level, block_id, status AS section_subsection_page_engagement
FROM {r}.engagement WHERE type = 'vertical';
CREATE OR REPLACE VIEW {r}.fact_problem_engagement AS
SELECT course_key, actor_id, content_level, block_id, status AS section_subsection_problem_engagement
FROM {r}.engagement WHERE type = 'problem';
CREATE OR REPLACE VIEW {r}.fact_video_engagement AS
SELECT course_key, actor_id, content_level, block_id, status AS section_subsection_video_engagement
FROM {r}.engagement WHERE type = 'video'
