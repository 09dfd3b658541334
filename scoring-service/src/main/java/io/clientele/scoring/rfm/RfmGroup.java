package io.clientele.scoring.rfm;

/** The named areas of the recency–frequency map (models.md, "RFM, ABC"); each cell is in one. */
public enum RfmGroup {
  CHAMPIONS("Champions", 5, 5, 4, 5),
  LOYAL("Loyal", 3, 4, 4, 5),
  POTENTIAL_LOYALIST("Potential Loyalist", 4, 5, 2, 3),
  NEW("New", 5, 5, 1, 1),
  PROMISING("Promising", 4, 4, 1, 1),
  NEED_ATTENTION("Need Attention", 3, 3, 3, 3),
  ABOUT_TO_SLEEP("About to Sleep", 3, 3, 1, 2),
  AT_RISK("At Risk", 1, 2, 3, 4),
  CANT_LOSE("Can't Lose", 1, 2, 5, 5),
  HIBERNATING("Hibernating", 1, 2, 1, 2);

  private final String label;
  private final int lowestRecency;
  private final int highestRecency;
  private final int lowestFrequency;
  private final int highestFrequency;

  RfmGroup(
      String label,
      int lowestRecency,
      int highestRecency,
      int lowestFrequency,
      int highestFrequency) {
    this.label = label;
    this.lowestRecency = lowestRecency;
    this.highestRecency = highestRecency;
    this.lowestFrequency = lowestFrequency;
    this.highestFrequency = highestFrequency;
  }

  /**
   * The group of a cell.
   *
   * @param recency 1 to 5
   * @param frequency 1 to 5
   */
  public static RfmGroup of(int recency, int frequency) {
    for (RfmGroup group : values()) {
      if (group.covers(recency, frequency)) {
        return group;
      }
    }
    throw new IllegalArgumentException(
        "scores go from 1 to 5, not recency %d, frequency %d".formatted(recency, frequency));
  }

  /** The name that people read. */
  public String label() {
    return label;
  }

  boolean covers(int recency, int frequency) {
    return lowestRecency <= recency
        && recency <= highestRecency
        && lowestFrequency <= frequency
        && frequency <= highestFrequency;
  }
}
