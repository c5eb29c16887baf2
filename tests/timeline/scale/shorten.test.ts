import { describe, expect, it } from 'vitest';
import { shorten } from '../../../src/timeline/scale/shorten';

const measure = (text: string) => text.length * 6;

describe('shorten', () => {
  it('cuts with an ellipsis, never inside a letter, or gives nothing', () => {
    expect(shorten('Berlin talks', 100, measure)).toBe('Berlin talks');
    expect(shorten('Berlin talks', 50, measure)).toBe('Berlin…');
    expect(shorten('Berlin talks', 10, measure)).toBe('');
    expect(shorten('🚁🚁🚁🚁🚁🚁', 50, (text) => [...text].length * 10)).toBe('🚁🚁🚁🚁…');
  });
});
