import { expect, it } from 'vitest';
import { cutToWidth, textWidths } from '../../src/ui/text-width';

it('guesses where there is no canvas, with the space between letters', () => {
  const plain = textWidths('12px sans-serif');
  expect(plain('Berlin')).toBeGreaterThan(20);
  expect(textWidths('12px sans-serif', 2)('Berlin')).toBeCloseTo(plain('Berlin') + 12);
});

it('cuts with an ellipsis where there is no room for all of a text', () => {
  const width = (text: string) => [...text].length / 2;
  expect(cutToWidth('Talks', 5, width)).toBe('Talks');
  expect(cutToWidth('Meetings of many', 5, width)).toBe('Meetings…');
  expect(cutToWidth('🚁🚁🚁🚁', 1.5, width)).toBe('🚁🚁…');
});
