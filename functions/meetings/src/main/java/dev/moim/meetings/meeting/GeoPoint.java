package dev.moim.meetings.meeting;

/**
 * A place on earth.
 *
 * @param latitude in degrees, from -90 to 90
 * @param longitude in degrees, from -180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

  /** The mean radius of the earth. */
  private static final double RADIUS_KM = 6_371.0088;

  /** A millimetre: what is less is noise of the computation. */
  private static final double STEPS_PER_KM = 1e6;

  /**
   * @throws IllegalArgumentException if there is no such place
   */
  public GeoPoint {
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("no place on earth");
    }
  }

  /**
   * Along the great circle, in km, to the millimetre. The haversine formula: right for neighbours,
   * across the poles and the antimeridian as well.
   */
  public double distanceTo(GeoPoint other) {
    double half =
        square(Math.sin(Math.toRadians(other.latitude - latitude) / 2))
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * square(Math.sin(Math.toRadians(other.longitude - longitude) / 2));
    double km = 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
    return Math.round(km * STEPS_PER_KM) / STEPS_PER_KM;
  }

  private static double square(double value) {
    return value * value;
  }
}
