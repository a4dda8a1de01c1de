package dev.moim.meetings.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoPointTest {

  /** A degree of a great circle is 111.195 km. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0",
    "0, 0, 0, 1, 111.195",
    "0, 0, 1, 0, 111.195",
    "0, 179.5, 0, -179.5, 111.195", // across the antimeridian
    "0, 180, 0, -180, 0",
    "89.5, 0, 89.5, 180, 111.195", // across the pole
    "90, 0, 90, 123, 0",
    "-90, 10, -89, -170, 111.195",
    "0, 0, 0, 180, 20015.115", // half the way round
    "90, 0, -90, 0, 20015.115",
    "37.4979, 127.0276, 37.5665, 126.9780, 8.792", // Gangnam station to City Hall
    "37.5665, 126.9780, 35.1796, 129.0756, 325.095" // Seoul to Busan
  })
  void distanceGoesAlongTheGreatCircle(
      double fromLat, double fromLng, double toLat, double toLng, double km) {
    GeoPoint from = new GeoPoint(fromLat, fromLng);
    GeoPoint to = new GeoPoint(toLat, toLng);
    assertThat(from.distanceTo(to)).isCloseTo(km, within(0.001 + km * 1e-4));
    assertThat(to.distanceTo(from)).isEqualTo(from.distanceTo(to));
  }

  @Test
  void ametreIsNotLost() {
    GeoPoint here = new GeoPoint(37.4979, 127.0276);
    GeoPoint there = new GeoPoint(37.4979 + 1 / 111_195.0, 127.0276);
    assertThat(here.distanceTo(there)).isCloseTo(0.001, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"90.1, 0", "-91, 0", "0, 180.5", "0, -181", "NaN, 0", "0, NaN", "Infinity, 0"})
  void otherPlacesAreNotOnEarth(double latitude, double longitude) {
    assertThatThrownBy(() -> new GeoPoint(latitude, longitude))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
