/** A shop itself: its sites, partners, configurations, flags and accounts. */
package org.openedx.devdata.service.ecommerce.shop;
