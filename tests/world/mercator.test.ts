import { describe, expect, it } from 'vitest';
import { worldSize, wrapLongitude, zoomOfWorld } from '../../src/world/mercator';

describe('the size of the world', () => {
  it('doubles with each zoom', () => {
    expect(worldSize(0)).toBe(512);
    expect(worldSize(3)).toBe(4096);
    expect(zoomOfWorld(worldSize(7.25))).toBeCloseTo(7.25);
  });
});

describe('wrapLongitude', () => {
  it.each([
    [0, 0],
    [180, 180],
    [-180, -180],
    [181, -179],
    [-181, 179],
    [540, -180],
    [725, 5],
  ])('%d → %d', (lng, wrapped) => {
    expect(wrapLongitude(lng)).toBeCloseTo(wrapped);
  });
});
