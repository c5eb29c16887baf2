import { expect, it } from 'vitest';
import { spread } from '../../../src/timeline/track/names';

it('leaves names where they have room', () => {
  expect(spread([20, 50, 90], 17, 120)).toEqual([20, 50, 90]);
});

it('moves names apart, and up from the lower edge', () => {
  expect(spread([10, 12, 14], 20, 200)).toEqual([10, 30, 50]);
  expect(spread([100, 110, 119], 20, 120)).toEqual([70, 90, 110]);
});

it('squeezes names evenly where there is no room', () => {
  expect(spread([0, 0, 0, 0], 17, 40)).toEqual([5, 15, 25, 35]);
  expect(spread([], 17, 40)).toEqual([]);
});
