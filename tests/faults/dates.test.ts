import { describe, expect, it } from 'vitest';
import { tableOf } from '../../src/story/event-table';
import { openStoryIndex } from '../../src/story/story-index';
import { lastInstant } from '../../src/model/time/calendar';
import { drawnRange } from '../../src/model/time/drawn-years';
import type { Event, Story } from '../../src/model/event';
import { readStory } from '../../src/model/read/read';
import { dragMove, keyMove, limits } from '../../src/timeline/track/handles';
import { layOutLanes } from '../../src/timeline/track/lanes';
import { noAxisText, outsideNotes } from '../../src/timeline/overview/notes';
import { overviewDomain, placeLandmarks } from '../../src/timeline/overview/overview';
import { presetsFor } from '../../src/timeline/controls/presets';
import { centre, pan, pinch, wheelFocus, zoomAbout } from '../../src/timeline/scale/scale';
import * as steps from '../../src/view/steps';
import { ticksFor } from '../../src/timeline/scale/ticks';
import { printBounds, readBounds, TypedError } from '../../src/timeline/controls/typed-bounds';
import type { Bar } from '../../src/timeline/types';
import type { Range } from '../../src/model/time/calendar';
import { printWindow } from '../../src/view/address';
import { binsFor } from '../../src/view/bins';
import { windowOf } from '../../src/view/dates';
import { Details } from '../../src/story/details.svelte';
import { firstWindow, fittingTick, nextWindow, planOf } from '../../src/view/player';
import { focusFor, withAir, windowHolding } from '../../src/view/stretch';
import { densestStretch, storySpan } from '../../src/story/story-span';
import { View } from '../../src/view/view.svelte';
import { wordsFor } from '../../src/view/dates-in-words';
import { t } from '../../src/words/page';
import { imported } from '../formats/import/importing';
import { amount, randomFrom, seed } from './amount';
import {
  pick,
  plainWalls,
  twinOf,
  wallAt,
  wildCell,
  wildDate,
  wildDay,
  wildTime,
  zones,
} from './wild-dates';

type Random = () => number;

/** Dates in all, over the zones. */
const dates = amount(360, 5000);
const day = 86_400_000;

function collection(whens: readonly string[], timeZone: string) {
  return {
    type: 'FeatureCollection',
    title: 'Wild dates',
    timeZone,
    features: whens.map((when, number) => ({
      type: 'Feature',
      id: `e${number}`,
      geometry: number % 3 ? { type: 'Point', coordinates: [number % 90, number % 45] } : null,
      ...(number % 5 === 4 && { time: timeMember(when) }),
      properties: { title: `Event ${number}`, ...(number % 5 < 4 && { when }) },
    })),
  };
}

function timeMember(when: string): object {
  const sides = when.split('/');
  if (sides.length === 2) return { interval: sides };
  return when.includes('T') ? { timestamp: when } : { date: when };
}

function isHeld({ time }: Event, zone: string): boolean {
  const { before, after } = drawnRange(zone);
  const start = time.startOpen || time.startUnknown ? -lastInstant : time.start;
  const end = time.endOpen || time.endUnknown ? lastInstant : time.end;
  return (
    time.start === start &&
    time.end === end &&
    start < end &&
    (start === -lastInstant || (start >= before && start <= after)) &&
    (end === lastInstant || (end >= before && end <= after))
  );
}

describe.each(zones)('wild dates in %s', { timeout: 120_000 }, (zone) => {
  const random = randomFrom(seed + zones.indexOf(zone));
  const whens = Array.from({ length: Math.ceil(dates / zones.length) }, () => wildDate(random));

  it('are kept within the drawn range, or refused with a sentence', () => {
    const { story, problems, read, rejected } = readStory(collection(whens, zone), 'wild');
    expect(read).toBe(whens.length);
    expect(story!.events.length + rejected).toBe(read);
    expect(story!.events.filter((event) => !isHeld(event, zone))).toEqual([]);
    const warned = (code: string) =>
      problems.filter((problem) => problem.code === code).map(({ record }) => record);
    const beyond = story!.events.filter(({ time }) => time.written !== undefined);
    expect(beyond.map(({ id }) => id)).toEqual(warned('date-not-drawn'));
    expect(beyond.length).toBeGreaterThan(0);
    for (const { message, value } of problems) {
      expect(message).toMatch(/\.$/);
      expect(message).not.toContain('undefined');
      expect(value).not.toBeUndefined();
    }
  });

  it('are the same events, with the same warnings, to the importer and validate', async () => {
    const given = collection(whens, zone);
    const { story, problems } = readStory(given, 'wild');
    const told = ['date-not-drawn', 'skipped-time', 'ambiguous-time'];
    const result = await imported(JSON.stringify(given), { format: 'story' });
    expect(result.story.features.map(({ id }) => id)).toEqual(story!.events.map(({ id }) => id));
    const rejected = (record: unknown) => !story!.events.some(({ id }) => id === record);
    expect(
      result.problems
        .filter(({ code, id }) => told.includes(code) && !rejected(id))
        .map(({ code, id, message }) => [code, id, message]),
    ).toEqual(
      problems
        .filter(({ code, record }) => told.includes(code) && !rejected(record))
        .map(({ code, record, message }) => [code, record, message]),
    );
  });

  it('in the cells of a table are written so that they read back, or refused', async () => {
    const cells = Array.from({ length: Math.ceil(dates / zones.length) }, () => wildCell(random));
    const rows = cells.map((cell, row) => `"${cell.replaceAll('"', '')}",Event ${row},10,50`);
    const csv = `date,title,lng,lat\n${rows.join('\n')}\n`;
    const { read, text, written } = await imported(csv, { format: 'csv', timeZone: zone });
    // Empty rows are none.
    expect(read).toBe(cells.length);
    const { story, rejected } = readStory(text, 'table');
    expect(rejected).toBe(0);
    expect(story!.events).toHaveLength(written);
    expect(story!.timeZone).toBe(zone);
    expect(story!.events.filter((event) => !isHeld(event, zone))).toEqual([]);
  });

  it('without marks mean what a slow clock shows', () => {
    const { before, after } = drawnRange(zone);
    for (let trial = 0; trial < whens.length; trial++) {
      const text = random() < 0.6 ? wildTime(random) : wildDay(random);
      const { story, problems } = readStory(collection([text], zone), 'plain');
      const { start, end, startSoft, endSoft } = story!.events[0]!.time;
      const [first, last] = plainWalls(text)!.map((wall) => twinOf(wall, zone));
      const codes = problems.map(({ code }) => code).join();
      const about = `${text} in ${zone}: ${codes}`;
      for (const { instants } of [first!, last!])
        for (const instant of instants) expect(instant >= start && instant < end, about).toBe(true);
      if (first!.instants.length === 1 && last!.instants.length === 1) {
        expect([start, end - 1], about).toEqual([first!.instants[0], last!.instants[0]]);
        expect([codes, startSoft, endSoft], about).toEqual(['', false, false]);
        expect(wallAt(start, zone), about).toBe(plainWalls(text)![0]);
      } else if (text.includes('T')) {
        const twice = [first!, last!].find(({ instants }) => instants.length !== 1)!;
        expect(codes, about).toBe(twice.instants.length === 2 ? 'ambiguous-time' : 'skipped-time');
        expect([startSoft, endSoft], about).toEqual([true, true]);
        // By the clock before and by the clock after the change.
        if (first!.instants.length === 0)
          for (const offset of first!.offsets) {
            const reading = plainWalls(text)![0] - offset;
            expect(reading >= start && reading < end, about).toBe(true);
          }
      } else if (first!.instants.length === 0 && last!.instants.length === 0) {
        expect([codes, startSoft, endSoft], about).toEqual(['skipped-time', true, true]);
      }
      expect(start >= before && end <= after, about).toBe(true);
    }
  });

  it('are told in words, and as not known where they are not', () => {
    const { story } = readStory(collection(whens, zone), 'wild');
    const languages = ['en', 'uk', 'ar'].map((language) => wordsFor(language, zone));
    for (const { time } of story!.events)
      for (const words of languages) {
        const text = words.when(time, 2025);
        expect(text).not.toBe('');
        expect(text).not.toMatch(/Invalid|NaN|undefined/);
        const unknown = time.start === -lastInstant && time.end === lastInstant;
        if (unknown) expect(text).toBe(t('date.unknown'));
        expect(words.bounds(time.start, time.end)).not.toMatch(/Invalid|NaN|undefined/);
      }
  });
});

/** All that a reader does on a timeline, one after the other. */
describe.each(zones)('a page about wild dates in %s', { timeout: 120_000 }, (zone) => {
  const random = randomFrom(seed + 100 + zones.indexOf(zone));
  const stories = Math.ceil(dates / zones.length / 6);

  it('answers every move, and its numbers agree', () => {
    for (let trial = 0; trial < stories; trial++) {
      const count = 1 + Math.floor(random() * 8);
      const whens = Array.from({ length: count }, () => wildDate(random));
      if (random() < 0.1) whens.fill(pick(random, ['../..', '/', 'Y17E7', 'Y-17000002/..']));
      const { story } = readStory(collection(whens, zone), 'wild');
      const { view, check } = pageOf(story!);
      expect(view.span === null).toBe(story!.events.every(({ time }) => !isDrawable(time, zone)));
      check();
      for (let move = 0; move < 12; move++) {
        act(view, random, zone);
        check();
      }
    }
  });
});

function isDrawable(time: Event['time'], zone: string): boolean {
  const { from, to } = drawnRange(zone);
  return (time.start >= from && time.start < to) || (time.end > from && time.end <= to);
}

function pageOf(story: Story) {
  const { events, timeZone } = story;
  const table = tableOf(
    events,
    events.map(({ geometry }) =>
      geometry?.type === 'Point' ? [geometry.coordinates[0]!, geometry.coordinates[1]!] : null,
    ),
  );
  const view = new View({
    story,
    table,
    details: new Details(async () => [], events),
    span: storySpan(table, timeZone),
    opening: densestStretch(table, timeZone),
  });
  const desk = openStoryIndex(table);
  view.look({ lng: 0, lat: 0, zoom: 0 }, [-180, -85, 180, 85]);
  const total = ([from, to]: readonly [number, number]) =>
    events.filter(({ time }) => time.start < to && time.end > from).length;
  const words = wordsFor('en', timeZone);

  /** Marks, list and status; bars against the window that each is; words, ticks and addresses. */
  function check(): void {
    const [here, wide] = view.questions!;
    const reply = desk.ask(here!);
    const marks = [...reply.marks, ...(reply.unplaced ? [reply.unplaced] : [])];
    expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(reply.total);
    expect(reply.page).toHaveLength(reply.total);
    expect(reply.total).toBe(total(view.window));
    if (!view.span || !view.reach) {
      expect([reply.total, here!.bins, wide!.bins]).toEqual([events.length, undefined, undefined]);
      expect(noAxisText(events.length, view.outside, words)).toMatch(/no timeline/);
      return;
    }
    for (const question of [here!, wide!]) {
      const { from, to, count } = question.bins!;
      const { bins } = desk.ask(question);
      const categories = bins!.length / count;
      const each = (to - from) / count;
      for (let bin = 0; bin < count; bin += Math.ceil(count / 7)) {
        const height = bins!
          .slice(bin * categories, (bin + 1) * categories)
          .reduce((sum, value) => sum + value, 0);
        expect(height).toBe(total([from + each * bin, from + each * (bin + 1)]));
      }
    }
    draw(view, words);
    const { window } = view;
    expect(windowOf(printWindow(window, timeZone), timeZone, view.reach)).toEqual(window);
    const reach: Range = [Math.min(view.reach[0], window[0]), Math.max(view.reach[1], window[1])];
    expect(readBounds(printBounds(window, timeZone), timeZone, reach, '')).toEqual(window);
  }
  return { view, check };
}

function draw(view: View, words: ReturnType<typeof wordsFor>): void {
  const { zone } = words;
  const span = view.span!;
  const [from, to] = view.window;
  const texts = [words.window(from, to), words.instant(from), words.lastInstant(to)];
  texts.push(words.window(...span), ...outsideNotes(view.outside, words).map(({ text }) => text));
  for (const text of texts) expect(text).toMatch(/\d/);
  words.length(from, to);
  const measure = (text: string) => text.length * 6.5;
  for (const width of [0, 1, 358, 1248])
    for (const range of [view.focus, overviewDomain(span)]) {
      const ticks = ticksFor(range, { width, zone, language: 'en', short: width < 500, measure });
      expect(ticks.lines.length).toBeLessThanOrEqual(width / 4 + 3);
      expect(ticks.lines.every(Number.isFinite)).toBe(true);
    }
  const bars = Array.from(view.table.start, (start, row): Bar => {
    const end = view.table.end[row]!;
    const label = `Event ${row}`;
    const look = { startSoft: false, endSoft: false, category: 0, status: 'happened' } as const;
    return { row, start, end, ...look, label, date: words.bounds(start, end) };
  });
  const { focus } = view;
  for (const { x0, x1 } of layOutLanes(bars, { focus, width: 900, categories: 1, room: 8, measure })
    .bars)
    expect(Number.isFinite(x0) && x1 >= x0).toBe(true);
  placeLandmarks(bars, overviewDomain(span), 900, [10, 20], measure);
}

const keys = [
  ...['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'],
];

function act(view: View, random: Random, zone: string): void {
  const typed = () => ({ from: wildDate(random), to: wildDate(random) });
  if (!view.span || !view.reach) {
    view.choose([0, day]);
    view.play();
    expect([view.playing, view.window[1] > 8e15]).toEqual([false, true]);
    return;
  }
  const { span, reach, window, focus } = view;
  const field = { span, reach, focus, zone };
  const moment = () => span[0] + random() * (span[1] - span[0]);
  const part = pick(random, ['start', 'end', 'body'] as const);
  pick(random, [
    () => {
      for (let times = 0; times < 4; times++) {
        const moved = keyMove(part, pick(random, keys), random() < 0.3, view.window, {
          ...field,
          focus: view.focus,
        });
        if (moved) view.choose(moved);
        const [least, most] = limits(part, view.window, field);
        expect(Number.isFinite(least) && Number.isFinite(most)).toBe(true);
      }
    },
    () => {
      const grab = { part: pick(random, [part, 'new'] as const), at: moment(), window };
      view.choose(dragMove(grab, moment(), steps.pointerStep(focus, 900), field));
    },
    () => view.choose(pick(random, presetsFor(window, span, zone, reach)).range),
    () => {
      const wheel = { deltaX: 0, deltaY: random() * 900 - 450, deltaMode: 0, ctrlKey: false };
      const turned = wheelFocus(
        { ...wheel, shiftKey: random() < 0.5 },
        300,
        900,
        focus,
        span,
        false,
      );
      if (turned) view.focusOn(turned);
    },
    () => view.focusOn(zoomAbout(focus, moment(), pick(random, [0.001, 0.5, 2, 1000]), span)),
    () => view.focusOn(pan(focus, random() * 40 - 20, span)),
    () => view.focusOn(centre(focus, moment(), span)),
    () => {
      const spread = pinch([moment(), moment()], [random() * 900, random() * 900], 900, span);
      if (spread) view.focusOn(spread);
    },
    () => {
      const plan = planOf({
        times: view.table,
        focus,
        span,
        asOf: view.story.asOf?.end ?? null,
        zone,
        playback: view.playback,
      });
      view.play();
      for (let times = 0; plan && times < 3; times++)
        view.playTo((times === 0 ? firstWindow : nextWindow)(view.window, plan));
      view.pause();
    },
    () => view.select(Math.floor(random() * view.table.start.length)),
    () => {
      try {
        view.choose(readBounds(typed(), zone, reach, ''));
      } catch (error) {
        expect(error).toBeInstanceOf(TypedError);
      }
    },
    () => {
      for (const dates of [typed(), { from: typed().from }, { to: typed().to }]) {
        let asked: Range | null = null;
        try {
          asked = windowOf(dates, zone, reach);
        } catch (error) {
          expect((error as Error).name).toBe('EdtfError');
        }
        if (asked) view.choose(asked);
      }
    },
  ])();
}

describe('numbers that are no moments', () => {
  const wild = [NaN, Infinity, -Infinity, 8.64e15, -8.64e15, 8.64e15 - 1, 1e300, 0, 2.5e14];
  const pairs = wild.flatMap((from) => wild.map((to): Range => [from, to]));

  it.each(zones)('neither hang nor throw in %s', (zone) => {
    const words = wordsFor('en', zone);
    const style = {
      width: 900,
      zone,
      language: 'en',
      short: false,
      measure: (t: string) => t.length,
    };
    const all = [1, 5, 15].map((count) => steps.step('minute', count));
    all.push(steps.step('hour', 3), steps.step('day'), steps.step('day', 2), steps.step('week'));
    all.push(
      steps.step('month'),
      steps.step('month', 3),
      steps.step('year'),
      steps.step('year', 5000),
    );
    for (const ms of wild) {
      expect([words.instant(ms), words.lastInstant(ms)]).not.toContain('');
      for (const by of all) {
        for (const move of [steps.floor, steps.ceil, steps.nearest, steps.isOn]) move(ms, by, zone);
        for (const times of [-7, -1, 1, 7]) steps.moveOnGrid(ms, by, times, zone);
      }
    }
    const span: Range = [Date.UTC(2020, 0), Date.UTC(2026, 0)];
    for (const range of pairs) {
      expect(words.window(...range)).not.toMatch(/Invalid|NaN|undefined/);
      words.length(...range);
      expect(words.bounds(...range)).not.toMatch(/Invalid|NaN|undefined/);
      expect(ticksFor(range, style).lines.every(Number.isFinite)).toBe(true);
      binsFor(range, zone, 240);
      for (const [window, focus, limit] of [
        [range, span, span],
        [span, range, span],
        [span, span, range],
        [range, range, range],
      ] as const) {
        const field = { span: limit, focus, zone };
        for (const part of ['start', 'end', 'body'] as const) {
          limits(part, window, field);
          for (const key of keys) keyMove(part, key, false, window, field);
          const grab = { part, at: range[0], window };
          dragMove(grab, range[1], steps.pointerStep(focus, 900), field);
        }
        presetsFor(window, limit, zone);
        focusFor(focus, window);
        windowHolding(window, { start: range[0], end: range[1] }, zone);
        for (const cumulative of [true, false]) {
          const plan = { range: limit, step: fittingTick(limit), cumulative, asOf: null, zone };
          nextWindow(window, plan);
          firstWindow(window, plan);
        }
        zoomAbout(focus, range[0], 2, limit);
        withAir(focus);
      }
    }
  });

  it('change nothing where a window is chosen or the track is moved', () => {
    const { story } = readStory(collection(['2025-12-14', '2025-12-20'], 'Europe/Kyiv'), 'two');
    const { view, check } = pageOf(story!);
    for (const range of pairs) {
      view.choose(range);
      view.focusOn(range);
      const { before, after } = drawnRange('Europe/Kyiv');
      expect(view.window[0] >= before && view.window[1] <= after).toBe(true);
      expect(view.window[1]).toBeGreaterThan(view.window[0]);
      expect(view.focus[1]).toBeGreaterThan(view.focus[0]);
      check();
    }
  });
});
