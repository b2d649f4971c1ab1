/**
 * xAPI statements: their types, ids and bytes ({@link org.openedx.devdata.xapi.StatementRenderer}),
 * and the models that decide who does what when. Renderers do not know which model made a
 * statement. Uses world, random, opaquekeys and bytes; knows no sink and no console.
 */
package org.openedx.devdata.xapi;
