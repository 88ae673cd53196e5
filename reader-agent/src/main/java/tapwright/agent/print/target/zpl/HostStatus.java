package tapwright.agent.print.target.zpl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a label printer says of itself (ZPL II Programming Guide, ~HS).
 *
 * <pre>
 * string 1  aaa,b,c,dddd,eee,f,g,h,iii,j,k,l
 *               b paper out  c paused  eee formats in the buffer  f buffer full
 *               h in the middle of a format  k too cold  l too hot
 * string 2  mmm,n,o,p,q,r,s,t,uuuuuuuu,v,www
 *               o head up  p ribbon out  t a label waits to be taken  u labels left in the batch
 * string 3  xxxx,y
 *               nothing that matters here
 * </pre>
 *
 * @param troubles what a person must see to, in words
 * @param labelsWaiting formats in the buffer and labels left of the one that prints
 */
record HostStatus(List<String> troubles, int labelsWaiting) {

  private static final int FIRST_FIELDS = 12;
  private static final int SECOND_FIELDS = 11;

  private static final int PAPER_OUT = 1;
  private static final int PAUSED = 2;
  private static final int FORMATS = 4;
  private static final int BUFFER_FULL = 5;
  private static final int PARTIAL_FORMAT = 7;
  private static final int TOO_COLD = 10;
  private static final int TOO_HOT = 11;

  private static final int HEAD_UP = 2;
  private static final int RIBBON_OUT = 3;
  private static final int LABEL_WAITS = 7;
  private static final int LABELS_LEFT = 8;

  HostStatus {
    troubles = List.copyOf(troubles);
  }

  /** The status in the first two strings, or nothing where they are none. */
  static Optional<HostStatus> of(String first, String second) {
    String[] one = first.split(",", -1);
    String[] two = second.split(",", -1);
    boolean whole =
        one.length == FIRST_FIELDS
            && two.length == SECOND_FIELDS
            && one[FORMATS].matches("\\d{1,4}")
            && two[LABELS_LEFT].matches("\\d{1,8}");
    return whole
        ? Optional.of(new HostStatus(troubles(one, two), waiting(one, two)))
        : Optional.empty();
  }

  /** Whether all that was sent is on labels. */
  boolean isIdle() {
    return labelsWaiting == 0;
  }

  private static int waiting(String[] one, String[] two) {
    int underWay = isSet(one[PARTIAL_FORMAT]) || isSet(two[LABEL_WAITS]) ? 1 : 0;
    return Integer.parseInt(one[FORMATS]) + Integer.parseInt(two[LABELS_LEFT]) + underWay;
  }

  private static List<String> troubles(String[] one, String[] two) {
    List<String> troubles = new ArrayList<>();
    add(troubles, two[HEAD_UP], "its head is open");
    add(troubles, one[PAPER_OUT], "out of labels");
    add(troubles, two[RIBBON_OUT], "out of ribbon");
    add(troubles, one[TOO_HOT], "too hot");
    add(troubles, one[TOO_COLD], "too cold");
    add(troubles, one[BUFFER_FULL], "its buffer is full");
    add(troubles, two[LABEL_WAITS], "a label waits to be taken off");
    add(troubles, one[PAUSED], "paused");
    return troubles;
  }

  private static void add(List<String> troubles, String flag, String words) {
    if (isSet(flag)) {
      troubles.add(words);
    }
  }

  private static boolean isSet(String flag) {
    return flag.equals("1");
  }
}
