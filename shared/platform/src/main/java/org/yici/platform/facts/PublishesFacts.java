package org.yici.platform.facts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** On a service's application class: it posts journals and publishes facts. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(FactsConfiguration.class)
public @interface PublishesFacts {}
