import { deviceStorage } from '../../sdk/moim.js';

const KEPT = 'place';
/** City Hall of Seoul, where nobody has said or shown where they are. */
const SEOUL = { latitude: 37.5663, longitude: 126.9779 };
const PATIENCE_MS = 10_000;

export const keptPlace = () => deviceStorage.get(KEPT, SEOUL);

export const keepPlace = (place) => deviceStorage.set(KEPT, place);

/** Where the browser says we are; null if it does not. */
export function ownPlace() {
  return new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(null);
    const found = ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude });
    return navigator.geolocation.getCurrentPosition(found, () => resolve(null), { timeout: PATIENCE_MS });
  });
}
