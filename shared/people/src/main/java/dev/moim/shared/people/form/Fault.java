package dev.moim.shared.people.form;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a field.
 *
 * @param message for whoever filled in the form
 * @param rejected what stood there
 */
public record Fault(String field, String message, @Nullable Object rejected) {}
