import { packages } from '../packages.js';
import { Unavailable } from './errors.js';

/** One of the packages; rejects with Unavailable where it was not installed. `op` is what it is needed for. */
export async function load(name, op) {
  try {
    return await packages[name]();
  } catch {
    throw new Unavailable(op, 'client');
  }
}
