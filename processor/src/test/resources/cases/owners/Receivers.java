package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;

/** Static members through an object, which Java computes and throws away (JLS 15.11.1, 15.12.4.1). */
final class Receivers {
  private static int hidden = 1;
  static int open = 1;

  private static int hide(int n) {
    log("hide", n);
    return n;
  }

  static int show(int n) {
    log("show", n);
    return n;
  }

  private Receivers find(int n) {
    log("find", n);
    return null;
  }

  @AsyncMethod
  int C23_anObjectThatIsComputedAndThrownAway() {
    int sum = find(1).open + find(2).show(3);
    sum += find(4).open + await(stage(1));
    sum += find(5).show(await(stage(2)));
    find(6).open = await(stage(7));
    find(8).open += await(stage(9));
    find(9).open++;
    return sum + open;
  }

  @AsyncMethod
  int C23_privateMembersOfAnObjectThatHasAName() {
    Receivers none = null;
    int sum = none.hidden + none.hide(3);
    sum += none.hidden + await(stage(1));
    sum += (none).hide(await(stage(2)));
    none.hidden = await(stage(7));
    none.hidden += await(stage(9));
    none.hidden++;
    return sum + hidden;
  }
}
