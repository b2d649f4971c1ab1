/**
 * The e-commerce service: sites, partners, courses with seats, and the rules of its rows. Sees no
 * table of another service.
 */
package org.openedx.devdata.service.ecommerce;
