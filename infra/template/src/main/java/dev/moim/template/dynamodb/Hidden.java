package dev.moim.template.dynamodb;

import java.lang.reflect.Field;

/** What DynamoDB Local keeps to itself. */
final class Hidden {

  private Hidden() {}

  /**
   * A field of an object, wherever its class inherits it from.
   *
   * @throws NoSuchFieldException if a newer version calls it differently
   */
  static Object in(Object owner, String name) throws ReflectiveOperationException {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(owner);
        }
      }
    }
    throw new NoSuchFieldException(owner.getClass().getName() + "." + name);
  }
}
