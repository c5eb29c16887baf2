import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printDate } from '../../src/model/edtf';
import { readStory } from '../../src/model/read/read';

const id = 'peace-plan-december-2025';
const { story, problems, read, rejected } = readStory(
  readFileSync(`events/${id}.geojson`, 'utf8'),
  id,
);
const events = story!.events;

test('the bundled story reads without a problem', () => {
  expect(problems).toEqual([]);
  expect([read, rejected]).toEqual([9, 0]);
  expect(story!.id).toBe(id);
});

test('its records, with their first and last day', () => {
  const days = events.map(({ id, time }) => [
    id,
    printDate(time.start, story!.timeZone),
    printDate(time.end - 1, story!.timeZone),
  ]);
  expect(days).toEqual([
    ['invasion-2022', '2022-02-24', '2022-02-24'],
    ['berlin-talks', '2025-12-14', '2025-12-15'],
    ['putin-demands', '2025-12-17', '2025-12-17'],
    ['zelenskyy-position', '2025-12-01', '2025-12-31'],
    ['drones-ukraine', '2025-12-17', '2025-12-18'],
    ['rostov-strikes', '2025-12-17', '2025-12-18'],
    ['peskov-confirms', '2025-12-18', '2025-12-18'],
    ['brussels-summit', '2025-12-18', '2025-12-19'],
    ['miami-meeting', '2025-12-20', '2025-12-20'],
  ]);
});

test('every record has a place, a source, short words for the map, and says how it was dated', () => {
  for (const event of events) {
    const { where, geometry } = event;
    expect(geometry !== null || where.country !== undefined).toBe(true);
    expect(where.name).toBeTruthy();
    expect(event.sources).toHaveLength(1);
    expect(String(event.title).length).toBeLessThanOrEqual(34);
    expect(event.note).toBeTruthy();
  }
});
