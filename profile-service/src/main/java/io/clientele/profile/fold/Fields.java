package io.clientele.profile.fold;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;

/**
 * The fields of public records, each by its accessor, so that a rule for all of them forgets none
 * that is added. Numbers of fixed size, enums and moments are left out: no text and no size in
 * them.
 */
final class Fields {

  private static final ClassValue<Method[]> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(Fields::varies)
              .map(Fields::accessor)
              .toArray(Method[]::new);
        }
      };

  private Fields() {}

  static Method[] of(Record value) {
    return ACCESSORS.get(value.getClass());
  }

  static Object read(Method accessor, Record value) {
    try {
      return accessor.invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + accessor + ", which must be public", e);
    }
  }

  /** Without the look at who calls, which costs more than the call. */
  private static Method accessor(RecordComponent field) {
    Method accessor = field.getAccessor();
    accessor.setAccessible(true);
    return accessor;
  }

  private static boolean varies(RecordComponent field) {
    Class<?> type = field.getType();
    return !type.isPrimitive() && !type.isEnum() && type != Instant.class;
  }
}
