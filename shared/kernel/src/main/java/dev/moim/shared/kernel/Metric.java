package dev.moim.shared.kernel;

/** What a deployment's dashboard draws of what functions do, each for itself in every family. */
public enum Metric {
  /** Rooms that were opened, and sessions of a study's call. */
  CALLS_STARTED("CallsStarted", Unit.COUNT),
  /** Members who were not in the call before. */
  JOINS("Joins", Unit.COUNT),
  /** Requests that were refused, by the code their sender was told. */
  REFUSALS("Refusals", Unit.COUNT),
  /** From a request's arrival in its function to its answer. */
  LATENCY("Latency", Unit.MILLISECONDS),
  /** How long it took to tell others, by one run of a function. */
  FAN_OUT("FanOut", Unit.MILLISECONDS),
  /** Messages to the sockets of others; each is billed. */
  POSTS("Posts", Unit.COUNT);

  /** As CloudWatch names them. */
  public enum Unit {
    COUNT("Count"),
    MILLISECONDS("Milliseconds");

    private final String label;

    Unit(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  private final String label;
  private final Unit unit;

  Metric(String label, Unit unit) {
    this.label = label;
    this.unit = unit;
  }

  /** Its name on dashboards. */
  public String label() {
    return label;
  }

  public Unit unit() {
    return unit;
  }
}
