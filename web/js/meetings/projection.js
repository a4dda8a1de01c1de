/** Pixels of the whole world at zoom 0, in Web Mercator. */
const TILE = 256;
const EQUATOR_KM = 40_075.017;
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

export const CLOSEST = 17;
export const FARTHEST = 2;

const world = ({ latitude, longitude }, zoom) => {
  const size = TILE * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return { x: ((longitude + 180) / 360) * size, y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size, size };
};

/** How places lie around a centre on a map of `width` by `height` pixels. */
export class Projection {
  constructor({ centre, zoom, width, height }) {
    this.centre = centre;
    this.zoom = zoom;
    this.width = width;
    this.height = height;
    this.middle = world(centre, zoom);
  }

  /** Pixels from the left upper corner, the shorter way around the world. */
  point(place) {
    const { x, y, size } = world(place, this.zoom);
    const across = ((x - this.middle.x + size * 1.5) % size) - size / 2;
    return { x: this.width / 2 + across, y: this.height / 2 + y - this.middle.y };
  }

  place({ x, y }) {
    const { size } = this.middle;
    const east = (((this.middle.x + x - this.width / 2) % size) + size) % size;
    const south = Math.PI * (1 - (2 * (this.middle.y + y - this.height / 2)) / size);
    return { latitude: (Math.atan(Math.sinh(south)) * 180) / Math.PI, longitude: (east / size) * 360 - 180 };
  }

  /** Pixels of so many kilometres, near the centre. */
  pixels(km) {
    return (km * this.middle.size) / (EQUATOR_KM * Math.cos((this.centre.latitude * Math.PI) / 180));
  }

  /** Distances of at most three rings around the centre that fit on the map. */
  rings() {
    const fitting = STEPS.filter((km) => this.pixels(km) <= this.height / 2 && this.pixels(km) >= this.height / 16);
    return fitting.slice(-3);
  }

  /** Pictures of which the map is made, if there are such: {column, row, zoom, x, y, size}. */
  tiles() {
    const left = this.middle.x - this.width / 2;
    const top = this.middle.y - this.height / 2;
    const count = 2 ** this.zoom;
    const tiles = [];
    for (let row = Math.max(0, Math.floor(top / TILE)); row < Math.min(count, (top + this.height) / TILE); row++) {
      for (let column = Math.floor(left / TILE); column < (left + this.width) / TILE; column++) {
        tiles.push({ column: ((column % count) + count) % count, row, zoom: this.zoom, x: column * TILE - left, y: row * TILE - top, size: TILE });
      }
    }
    return tiles;
  }
}

/** The closest zoom that shows all places. */
export function fittingZoom({ centre, places, width, height }) {
  const margin = 24;
  for (let zoom = CLOSEST; zoom > FARTHEST; zoom--) {
    const projection = new Projection({ centre, zoom, width, height });
    const fits = places.map((place) => projection.point(place))
      .every(({ x, y }) => x > margin && x < width - margin && y > margin && y < height - margin);
    if (fits) return Math.min(zoom, 15);
  }
  return FARTHEST;
}
