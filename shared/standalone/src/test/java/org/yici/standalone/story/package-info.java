/** The whole platform as its users meet it: over HTTP and in a browser, from the outside only. */
@NullMarked
package org.yici.standalone.story;

import org.jspecify.annotations.NullMarked;
