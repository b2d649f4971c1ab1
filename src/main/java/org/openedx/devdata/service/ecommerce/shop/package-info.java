/** What a shop is: its sites, partners, configurations, flags and accounts. */
package org.openedx.devdata.service.ecommerce.shop;
