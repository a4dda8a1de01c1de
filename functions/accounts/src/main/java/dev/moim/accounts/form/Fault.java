package dev.moim.accounts.form;

/**
 * What is wrong with a field.
 *
 * @param message for whoever filled in the form
 */
public record Fault(String field, String message) {}
