import { expect, it } from 'vitest';
import { StepRule } from '../../../src/pages/start/view-history';

it('what a press, a key that presses or a typed text changes is a step, once', () => {
  const rule = new StepRule();
  rule.down(10, 10);
  expect(rule.press(12, 11)).toBe(true);
  expect(rule.isStep('', '?event=a')).toBe(true);
  // The map follows, and its details come.
  expect(rule.isStep('?event=a', '?event=a&at=1,2,3')).toBe(false);
  expect(rule.press()).toBe(true);
  expect(rule.isStep('?event=a&at=1,2,3', '?at=1,2,3')).toBe(true);
});

it('what a drag, the wheel or an arrow key changes is none', () => {
  const rule = new StepRule();
  rule.press();
  rule.down(10, 10);
  expect(rule.isStep('', '?from=2025')).toBe(false);
  // The click at a drag's end is no press.
  expect(rule.press(60, 10)).toBe(false);
  expect(rule.isStep('?from=2025', '?from=2024')).toBe(false);
  rule.press();
  rule.drift();
  expect(rule.isStep('?from=2024', '?from=2023')).toBe(false);
});

it('a text that is typed on is one step, and taking it back is another', () => {
  const rule = new StepRule();
  const type = (before: string, after: string) => {
    rule.press();
    return rule.isStep(before, after);
  };
  expect(type('', '?q=B')).toBe(true);
  expect(type('?q=B', '?q=Be')).toBe(false);
  expect(type('?q=Be', '?q=Ber')).toBe(false);
  expect(type('?q=Ber', '')).toBe(true);
  expect(type('', '?event=a')).toBe(true);
  expect(type('?event=a', '?event=a&q=x')).toBe(true);
});
