SELECT course_key, video_id, second, sum(v.views) AS views, sumIf(v.views, v.views > 1) AS repeat_views, countIf(v.views = 1) AS unique_views
FROM (SELECT course_key, actor_id, video_id, arrayJoin(range(toUInt32(a + 1), toUInt32(b + 1))) AS second, count() AS views
    FROM {stretches} GROUP BY course_key, actor_id, video_id, second) AS v
GROUP BY course_key, video_id, second
