/** The goods of a shop: course runs with the products, prices and codes of their seats. */
package org.openedx.devdata.service.ecommerce.courses;
