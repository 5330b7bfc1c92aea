package org.yici.site.press;

/** A page that people keep open. */
public record LivePage(String address, PageSource source) {}
