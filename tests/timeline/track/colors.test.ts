import { describe, expect, it } from 'vitest';
import { rgbaOf } from '../../../src/timeline/track/colors';

describe('colours of computed styles', () => {
  it('are read where they are of sRGB', () => {
    expect(rgbaOf('rgb(1, 20, 255)')).toEqual([1, 20, 255, 255]);
    expect(rgbaOf('rgba(1, 20, 255, 0.2)')).toEqual([1, 20, 255, 51]);
  });

  it('are left to the browser where they are not', () => {
    for (const color of ['oklch(0.7 0.1 200)', 'color(srgb 0.1 0.2 0.3)', 'red', ''])
      expect(rgbaOf(color)).toBe(null);
  });
});
