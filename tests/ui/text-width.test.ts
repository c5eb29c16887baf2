import { expect, it } from 'vitest';
import { textWidths } from '../../src/ui/text-width';

it('guesses where there is no canvas, with the space between letters', () => {
  const plain = textWidths('12px sans-serif');
  expect(plain('Berlin')).toBeGreaterThan(20);
  expect(textWidths('12px sans-serif', 2)('Berlin')).toBeCloseTo(plain('Berlin') + 12);
});
