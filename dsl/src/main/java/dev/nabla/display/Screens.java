package dev.nabla.display;

/** Holds the screen of this process. */
final class Screens {
  static volatile Screen current =
      value -> {
        print(value);
        if (value instanceof Control control) {
          begin(control);
        }
        return Screens::print;
      };

  private Screens() {}

  private static void begin(Control control) {
    control.keep(Screens::act);
    if (control.actsAtOnce()) {
      act(control);
    }
  }

  private static void act(Control control) {
    Object result = control.act();
    if (result != null) {
      print(result);
    }
  }

  private static void print(Object value) {
    System.out.println(Display.bundle(value, null).get("text/plain"));
  }
}
