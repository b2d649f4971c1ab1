/**
 * The engine behind the factories' face: plans rows against a database, and as the step says shows,
 * writes or removes them. Uses {@code plan}, which knows nothing of it; {@link
 * org.openedx.devdata.plan.engine.SpecRun} is the way in.
 */
package org.openedx.devdata.plan.engine;
