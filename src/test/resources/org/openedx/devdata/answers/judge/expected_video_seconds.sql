SELECT extract(course_key, ':([^+]+)') AS org, course_key, actor_id, video_id AS video_block_id, duration AS video_duration,
  seconds AS observable_seconds, distinct_seconds AS observable_distinct_seconds, max_views AS observable_max_views
FROM (SELECT o.course_key AS course_key, o.actor_id AS actor_id, o.video_id AS video_id, o.duration AS duration,
    sum(s.views) AS seconds, countIf(s.views > 0) AS distinct_seconds, max(s.views) AS max_views
    FROM (SELECT DISTINCT course_key, actor_id, splitByString('/xblock/', object_id)[2] AS video_id,
    JSONExtractInt(event, 'context', 'extensions', 'https://w3id.org/xapi/video/extensions/length') AS duration
    FROM {judge}.seen WHERE course_key IN ({courses}) AND object_id LIKE '%video+block%' AND verb = 'initialized') AS o LEFT JOIN (SELECT course_key, actor_id, video_id, arrayJoin(range(toUInt32(a + 1), toUInt32(b + 1))) AS second, count() AS views
    FROM {stretches} GROUP BY course_key, actor_id, video_id, second) AS s
    ON o.course_key = s.course_key AND o.actor_id = s.actor_id AND o.video_id = s.video_id
    GROUP BY course_key, actor_id, video_id, duration)
