package dev.nabla.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** Arrays, collections, maps, records, optionals, streams and objects of one's own, as text. */
class ContainersDisplayTest {
  record Point(double x, double y) {}

  record Named(String name, Object what) {}

  enum Hue {
    RED,
    BLUE
  }

  private static String text(Object value) {
    return text(value, null);
  }

  private static String text(Object value, String name) {
    return Display.bundle(value, name).get("text/plain");
  }

  @Test
  void should_show_numbers_side_by_side_under_their_java_indices() {
    assertThat(text(new double[] {0.5, -2, 0.25}, "a"))
        .isEqualTo(
            """
            a - double[3]
             [0]    [1]   [2]
            0.50  -2.00  0.25""");
    assertThat(text(new int[] {7, 80})).isEqualTo("int[2]\n[0]  [1]\n  7   80");
    assertThat(text(List.of(7, 80))).isEqualTo("List of 2 values\n[0]  [1]\n  7   80");
    assertThat(text(List.of(0.5f, 0.1f))).isEqualTo("List of 2 values\n[0]  [1]\n0.5  0.1");
    assertThat(text(new boolean[] {true, false})).isEqualTo("boolean[2]\n[0]   [1]\ntrue  false");
    assertThat(text(new char[] {'a', 'b'})).isEqualTo("char[2]\n[0]  [1]\na    b");
    assertThat(text(new Integer[] {1, null})).isEqualTo("Integer[2]\n[0]   [1]\n  1  null");
    assertThat(text(new double[] {2e-5, 1e-6}, "tiny"))
        .startsWith("tiny - double[2] - times 10^-5\n");
    assertThat(text(new LinkedHashSet<>(List.of(3, 1)))).isEqualTo("Set of 2 values\n3  1");
    assertThat(text(new ArrayDeque<>(List.of(3, 1)))).isEqualTo("Queue of 2 values\n3  1");
  }

  @Test
  void should_hold_all_digits_of_numbers_that_show_fewer() {
    assertThat(html(new double[] {1 / 3.0, 0.5}))
        .contains(" title=\"0.3333333333333333\">0.3333</td>", "px\">0.5000</td>");
    assertThat(html(List.of(new Point(0.1 + 0.2, 1), new Point(1, 2))))
        .contains(" title=\"0.30000000000000004\">0.3000</td>");
    assertThat(html(Map.of("rate", 2 / 3.0))).contains(" title=\"0.6666666666666666\">0.6667</td>");
    assertThat(html(new double[] {Double.NaN, 1 / 0.0})).doesNotContain("title");
  }

  private static String html(Object value) {
    return Display.bundle(value, null).get("text/html");
  }

  @Test
  void should_say_what_is_empty() {
    assertThat(text(new double[0], "a")).isEqualTo("a - double[0]");
    assertThat(text(new int[0][0])).isEqualTo("int[0][]");
    assertThat(text(List.of(), "names")).isEqualTo("names - List of 0 values");
    assertThat(text(Map.of())).isEqualTo("Map of 0 entries");
    assertThat(text(Optional.empty())).isEqualTo("Optional.empty");
  }

  @Test
  void should_show_rows_of_numbers_as_a_grid() {
    assertThat(text(new double[][] {{1, 2}, {3}, null}, "a"))
        .isEqualTo(
            """
            a - double[3][]
                  [0]  [1]
            [0]     1    2
            [1]     3
            [2]  null""");
    assertThat(text(new int[2][3]))
        .isEqualTo("int[2][3]\n     [0]  [1]  [2]\n[0]    0    0    0\n[1]    0    0    0");
    assertThat(text(List.of(List.of(1, 2), List.of(3, 4)), "rows"))
        .isEqualTo("rows - List of 2 values\n     [0]  [1]\n[0]    1    2\n[1]    3    4");
    assertThat(text(new int[][][] {{{1, 2}, {3, 4}}, null}))
        .isEqualTo("int[2][][]\n     value\n[0]  {{1, 2}, {3, 4}}\n[1]  null");
  }

  @Test
  void should_show_other_values_one_below_the_other() {
    assertThat(text(new String[] {"Ada", "Bob"}, "names"))
        .isEqualTo("names - String[2]\n     value\n[0]  Ada\n[1]  Bob");
    assertThat(text(Hue.values())).isEqualTo("Hue[2]\n     value\n[0]  RED\n[1]  BLUE");
    assertThat(text(Hue.RED)).isEqualTo("RED");
    assertThat(text(Set.of("one\ntwo"))).isEqualTo("Set of 1 value\nvalue\none two");
    assertThat(text(List.of("x".repeat(100)))).endsWith("[0]  " + "x".repeat(80) + "...");
  }

  @Test
  void should_show_maps_records_and_what_has_equal_parts() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rate", 0.5);
    map.put("sizes", List.of(2, 3, 1));
    map.put(null, null);
    assertThat(text(map, "m"))
        .isEqualTo(
            """
            m - Map of 3 entries
            key    value
            rate   0.5
            sizes  [2, 3, 1]
            null   null""");
    assertThat(text(new Point(1, 2.5), "p")).isEqualTo("p - Point\n   value\nx    1.0\ny    2.5");
    assertThat(text(List.of(new Point(1, 2.5), new Point(-1, 10))))
        .isEqualTo("List of 2 values\n      x     y\n[0]   1   2.5\n[1]  -1  10.0");
    assertThat(text(Map.of("a", new Point(1, 2))))
        .isEqualTo("Map of 1 entry\nkey  x  y\na    1  2");
    assertThat(text(new Named("n", new Point(0, 1e-9))))
        .isEqualTo("Named\n      value\nname  n\nwhat  Point[x=0.0, y=1.0E-9]");
    assertThat(text(List.of(1e-9, 5.0, new Named("a", 1)))).contains("[2]  Named[name=a, what=1]");
  }

  @Test
  void should_show_the_fields_of_an_object_that_says_nothing_about_itself() {
    class Account {
      static int count = 3;
      final String owner = "Ada";
      private double balance = 12.5;
    }
    class Node {
      Node next;
    }
    Node node = new Node();
    node.next = node;

    assertThat(text(new Account(), "a"))
        .isEqualTo("a - Account\n         value\nowner    Ada\nbalance  12.5");
    assertThat(text(node))
        .isEqualTo("Node\n      value\nnext  Node[next=Node[next=Node[next=Node[...]]]]");
  }

  @Test
  void should_show_matrices_inside_of_others_as_tables() {
    SimpleMatrix w = new SimpleMatrix(new double[][] {{1, 2}});

    assertThat(text(List.of(w, w.scale(2)), "W"))
        .isEqualTo(
            """
            W - List of 2 values

            W[0] - 1 x 2
               1  2
            1  1  2

            W[1] - 1 x 2
               1  2
            1  2  4""");
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("W1", w);
    parts.put("rate", 0.5);
    assertThat(text(parts)).endsWith("W1 - 1 x 2\n   1  2\n1  1  2\n\nrate = 0.5");
    assertThat(text(new Object[] {new Object[] {w}}))
        .isEqualTo("Object[1]\n     value\n[0]  {[1 2]}");
    Showable line = () -> new View.Line(Notation.of("a net"));
    assertThat(text(List.of(line))).isEqualTo("List of 1 value\n\n[0]:\n\na net");
  }

  @Test
  void should_show_what_an_optional_holds() {
    assertThat(text(Optional.of(5))).isEqualTo("Optional[5]");
    assertThat(text(OptionalDouble.of(0.5))).isEqualTo("OptionalDouble[0.5]");
    assertThat(text(Optional.of(List.of(1, 2))))
        .isEqualTo("Optional, holding:\n\nList of 2 values\n[0]  [1]\n  1    2");
  }

  @Test
  void should_read_no_stream_that_a_variable_holds() {
    Stream<Integer> stream = Stream.of(1, 2);
    IntStream ints = IntStream.range(0, 3);

    assertThat(text(stream, "s"))
        .isEqualTo(
            "s: a stream, not read, because it can be read only once. To see its values, write"
                + " s.limit(20).toList().");
    assertThat(text(ints, "n")).endsWith("n.limit(20).boxed().toList().");
    assertThat(stream.toList()).containsExactly(1, 2);
    assertThat(ints.sum()).isEqualTo(3);
  }

  @Test
  void should_read_other_streams_no_further_than_they_are_shown() {
    AtomicInteger read = new AtomicInteger();

    assertThat(text(Stream.of("a", "b")))
        .isEqualTo("Stream, 2 values (it is used up now)\n     value\n[0]  a\n[1]  b");
    assertThat(text(DoubleStream.of(0.5, 1)))
        .isEqualTo("Stream, 2 values (it is used up now)\n[0]  [1]\n0.5  1.0");
    assertThat(text(Stream.iterate(1, n -> n + 1).peek(n -> read.incrementAndGet()).parallel()))
        .startsWith("Stream, its first 20 values (it is used up now)\n[0]  [1]")
        .endsWith("...");
    assertThat(read).hasValue(21);
  }

  @Test
  void should_cut_what_is_long_or_wide() {
    assertThat(text(new int[50_000_000]).lines())
        .containsExactly(
            "int[50000000]",
            "[0]  [1]  [2]  [3]  [4]  [5]  [6]  [7]  [8]  [9]  [10]  [11]  ...",
            "  0    0    0    0    0    0    0    0    0    0     0     0  ...");
    assertThat(text(new double[20][14]).lines())
        .hasSize(15)
        .contains(
            "double[20][14]",
            "      [0]  [1]  [2]  [3]  [4]  [5]  [6]  [7]  [8]  [9]  [10]  [11]  ...");
    assertThat(text(Collections.nCopies(1_000_000_000, "again")).lines())
        .hasSize(23)
        .startsWith("List of 1000000000 values")
        .endsWith("[19]  again", "...   ...");
    assertThat(text(Collections.nCopies(1_000_000_000, new Point(0, 0))).lines()).hasSize(23);
    assertThat(text(Collections.nCopies(1000, new SimpleMatrix(1, 2))).lines()).hasSizeLessThan(60);
  }

  @Test
  void should_end_with_what_holds_itself() {
    Object[] array = new Object[1];
    array[0] = array;
    List<Object> list = new ArrayList<>();
    list.add(list);
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("me", map);

    assertThat(text(array)).isEqualTo("Object[1]\n     value\n[0]  {{{{...}}}}");
    assertThat(text(list)).isEqualTo("List of 1 value\n     value\n[0]  [[[[...]]]]");
    assertThat(text(map)).isEqualTo("Map of 1 entry\nkey  value\nme   {me={me={me={...}}}}");
    Object[] wide = new Object[100];
    Arrays.fill(wide, wide);
    assertThat(text(wide)).hasSizeLessThan(5000);
  }

  @Test
  void should_ask_no_more_of_a_list_than_it_shows() {
    AtomicInteger asked = new AtomicInteger();
    List<Integer> endless =
        new AbstractList<>() {
          @Override
          public Integer get(int index) {
            asked.incrementAndGet();
            return index;
          }

          @Override
          public int size() {
            return Integer.MAX_VALUE;
          }
        };
    Map<Integer, Integer> endlessMap =
        new AbstractMap<>() {
          @Override
          public Set<Entry<Integer, Integer>> entrySet() {
            return new java.util.AbstractSet<>() {
              @Override
              public Iterator<Entry<Integer, Integer>> iterator() {
                return Stream.iterate(1, n -> n + 1).map(n -> Map.entry(n, n)).iterator();
              }

              @Override
              public int size() {
                return Integer.MAX_VALUE;
              }
            };
          }
        };

    assertThat(text(endless)).startsWith("List of 2147483647 values\n");
    assertThat(asked).hasValueLessThan(50);
    assertThat(text(endlessMap)).endsWith(" 20     20\n...    ...");
  }

  @Test
  void should_leave_the_rest_of_what_is_slow() {
    AtomicLong clock = new AtomicLong();
    List<Integer> slow =
        new AbstractList<>() {
          @Override
          public Integer get(int index) {
            clock.addAndGet(900_000_000);
            return index;
          }

          @Override
          public int size() {
            return 10;
          }
        };

    Contents contents = Contents.of(slow, clock::get);

    assertThat(contents.items()).containsExactly(0, 1, 2);
    assertThat(contents.cut()).isTrue();
  }

  @Test
  void should_say_which_part_cannot_be_shown() {
    record Broken(int fine) {
      Broken {
        fine++;
      }

      @Override
      public int fine() {
        throw new IllegalStateException("no");
      }
    }
    Object fails =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("broken");
          }
        };
    List<Object> brokenList =
        new AbstractList<>() {
          @Override
          public Object get(int index) {
            throw new AssertionError("no entry");
          }

          @Override
          public int size() {
            return 2;
          }
        };

    assertThat(text(new Broken(1)))
        .isEqualTo("Broken\n      value\nfine  (failed: java.lang.IllegalStateException: no)");
    assertThat(text(List.of(1, fails)))
        .endsWith("[1]  Object (its toString failed: java.lang.IllegalStateException: broken)");
    assertThat(text(brokenList))
        .isEqualTo("AbstractList (it cannot be shown: java.lang.AssertionError: no entry)");
  }

  @Test
  void should_name_lambdas_by_what_they_are() {
    DoubleUnaryOperator square = x -> x * x;

    assertThat(text(square)).isEqualTo("DoubleUnaryOperator, a lambda");
  }

  @Test
  void should_show_exceptions_with_their_causes() {
    Exception cause = new ArithmeticException("/ by zero");
    Exception failure = new IllegalStateException("while dividing", cause);
    Exception circle = new Exception("a", new Exception("b"));
    circle.getCause().initCause(circle);

    assertThat(text(failure, "e"))
        .isEqualTo(
            """
            e
            exception                      message
            IllegalStateException          while dividing
            caused by ArithmeticException  / by zero""");
    assertThat(text(new Error())).isEqualTo("exception  message\nError");
    assertThat(text(circle).lines()).hasSize(11);
  }

  @Test
  void should_keep_words_of_users_as_words() {
    String evil = "<img src=x onerror=alert(1)>";
    Object[] values = {
      new String[] {evil}, Map.of(evil, evil), new Named(evil, 1), new Exception(evil)
    };

    for (Object value : values) {
      assertThat(Display.bundle(value, evil).get("text/html"))
          .contains("&lt;img src=x onerror=alert(1)&gt;")
          .doesNotContain("<img");
    }
  }

  @Test
  void should_head_rows_and_columns_for_readers_that_hear_them() {
    assertThat(Display.bundle(new int[1][2], null).get("text/html"))
        .contains("<th scope=\"row\"", "<th scope=\"col\"", "<b>int[1][2]</b>");
  }
}
