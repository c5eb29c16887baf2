/** A ground that is there before any other has come. Types. */
import type { NameRequest } from '../over/labels';
import type { GroundPaths } from './paths';

/** An area or line around an event, as path data. */
export interface DrawnShape {
  readonly d: string;
  readonly color: string;
  readonly kind: string;
}

/** What a page was sent with: drawn at once, until the map's own ground has come. */
export interface Backdrop {
  /** The width of the world in the units of the paths. */
  readonly units: number;
  readonly paths: GroundPaths;
  /** By row. */
  readonly shapes: ReadonlyMap<number, readonly DrawnShape[]>;
  readonly names: readonly NameRequest[];
}
