package dev.nabla.display;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The first entries of a Java value that holds others. No more than these is asked of it, and
 * nothing once it has been slow for a while: it may be endless, compute its entries or hold itself.
 *
 * @param type what it is, such as {@code int[3]} or {@code Map of 2 entries}
 * @param labels one for each item; empty where the items have no order
 * @param cut whether there are more
 */
record Contents(String type, Kind kind, List<String> labels, List<Object> items, boolean cut) {
  static final int MOST = 20;
  private static final long PATIENCE_NANOS = 2_000_000_000;

  /** What the labels are: indices, nothing, keys, or names of parts. */
  enum Kind {
    ARRAY,
    LIST,
    SET,
    MAP,
    PARTS
  }

  /** Whether the items are known by their place, counted from 0. */
  boolean isIndexed() {
    return kind == Kind.ARRAY || kind == Kind.LIST;
  }

  /** Whether the items have no names. */
  boolean isSequence() {
    return isIndexed() || kind == Kind.SET;
  }

  /** The contents of a value; null if it holds no others. A stream is left alone. */
  static Contents of(Object value, LongSupplier clock) {
    Reader reader = new Reader(clock);
    if (value == null) {
      return null;
    } else if (value.getClass().isArray()) {
      return ofArray(value, reader);
    } else if (value instanceof Collection<?> collection) {
      return ofCollection(collection, reader);
    } else if (value instanceof Map<?, ?> map) {
      return ofMap(map, reader);
    } else if (value instanceof Record) {
      return ofRecord(value, reader);
    }
    return Types.isBare(value) ? ofFields(value, reader) : null;
  }

  private static Contents ofArray(Object array, Reader reader) {
    int length = Array.getLength(array);
    for (int i = 0; i < length && reader.takes(); i++) {
      reader.add("[" + i + "]", Array.get(array, i));
    }
    return reader.contents(Types.ofArray(array), Kind.ARRAY);
  }

  private static Contents ofCollection(Collection<?> collection, Reader reader) {
    String type =
        collection instanceof List
            ? "List"
            : collection instanceof Set ? "Set" : collection instanceof Queue ? "Queue" : "Values";
    Iterator<?> each = collection.iterator();
    for (int i = 0; each.hasNext() && reader.takes(); i++) {
      reader.add("[" + i + "]", each.next());
    }
    Kind kind = collection instanceof List ? Kind.LIST : Kind.SET;
    return reader.contents(type + " of " + count(collection.size(), "value"), kind);
  }

  private static Contents ofMap(Map<?, ?> map, Reader reader) {
    Iterator<? extends Map.Entry<?, ?>> each = map.entrySet().iterator();
    while (each.hasNext() && reader.takes()) {
      Map.Entry<?, ?> entry = each.next();
      reader.add(Inline.of(entry.getKey()), entry.getValue());
    }
    String entries = map.size() == 1 ? "1 entry" : map.size() + " entries";
    return reader.contents("Map of " + entries, Kind.MAP);
  }

  private static String count(long n, String one) {
    return n + " " + one + (n == 1 ? "" : "s");
  }

  private static Contents ofRecord(Object value, Reader reader) {
    for (RecordComponent part : value.getClass().getRecordComponents()) {
      if (!opens(part.getAccessor())) {
        return null;
      }
      if (!reader.takes()) {
        break;
      }
      reader.add(part.getName(), result(part.getAccessor(), value));
    }
    return reader.contents(Types.name(value.getClass()), Kind.PARTS);
  }

  private static Object result(Method accessor, Object value) {
    try {
      return accessor.invoke(value);
    } catch (InvocationTargetException e) {
      return failed(e.getCause());
    } catch (IllegalAccessException e) {
      return failed(e);
    }
  }

  private static Contents ofFields(Object value, Reader reader) {
    for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        boolean own = !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic();
        if (own && opens(field) && reader.takes()) {
          reader.add(field.getName(), content(field, value));
        }
      }
    }
    return reader.contents(Types.name(value.getClass()), Kind.PARTS);
  }

  private static Object content(Field field, Object value) {
    try {
      return field.get(value);
    } catch (IllegalAccessException e) {
      return failed(e);
    }
  }

  private static boolean opens(AccessibleObject member) {
    return member.trySetAccessible();
  }

  /** The first values of a stream, which can be read only once: after this it is used up. */
  static Contents read(BaseStream<?, ?> stream, LongSupplier clock) {
    Reader reader = new Reader(clock);
    boxed(stream)
        .sequential()
        .limit(MOST + 1)
        .takeWhile(each -> reader.takes())
        .forEachOrdered(each -> reader.add("[" + reader.items.size() + "]", each));
    String read =
        reader.cut
            ? "its first " + count(reader.items.size(), "value")
            : count(reader.items.size(), "value");
    return reader.contents("Stream, " + read + " (it is used up now)", Kind.LIST);
  }

  private static Stream<?> boxed(BaseStream<?, ?> stream) {
    if (stream instanceof IntStream ints) {
      return ints.boxed();
    } else if (stream instanceof LongStream longs) {
      return longs.boxed();
    } else if (stream instanceof DoubleStream doubles) {
      return doubles.boxed();
    }
    return (Stream<?>) stream;
  }

  private static String failed(Throwable failure) {
    return "(failed: " + failure + ")";
  }

  /** Takes entries as long as there is room and time. */
  private static final class Reader {
    private final LongSupplier clock;
    private final long start;
    private final List<String> labels = new ArrayList<>();
    private final List<Object> items = new ArrayList<>();
    private boolean cut;

    Reader(LongSupplier clock) {
      this.clock = clock;
      this.start = clock.getAsLong();
    }

    boolean takes() {
      cut = items.size() == MOST || clock.getAsLong() - start > PATIENCE_NANOS;
      return !cut;
    }

    void add(String label, Object item) {
      labels.add(label);
      items.add(item);
    }

    Contents contents(String type, Kind kind) {
      return new Contents(type, kind, kind == Kind.SET ? List.of() : labels, items, cut);
    }
  }
}
