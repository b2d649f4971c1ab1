/**
 * Other people's names for exports: the same for the same person wherever the secret is the same.
 */
package org.openedx.devdata.keep.export.anonymous;
