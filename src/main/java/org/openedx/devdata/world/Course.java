package org.openedx.devdata.world;

/**
 * A course, which has runs.
 *
 * @param index its place among the courses of the world
 * @param org the organisation's short name
 * @param shortId its number; six hexadecimal digits when generated
 * @param title its display name
 * @param size its size
 */
public record Course(int index, String org, String shortId, String title, CourseSize size) {}
