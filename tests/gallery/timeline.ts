import Caption from '../../src/pages/app/Caption.svelte';
import ContentTooltip from '../../src/pages/app/ContentTooltip.svelte';
import PlaybackForm from '../../src/timeline/controls/PlaybackForm.svelte';
import PlayRow from '../../src/timeline/controls/PlayRow.svelte';
import Presets from '../../src/timeline/controls/Presets.svelte';
import WindowForm from '../../src/timeline/controls/WindowForm.svelte';
import NoAxis from '../../src/timeline/overview/NoAxis.svelte';
import { noAxisText, outsideNotes } from '../../src/timeline/overview/notes';
import Outside from '../../src/timeline/overview/Outside.svelte';
import StaticTimeline from '../../src/timeline/StaticTimeline.svelte';
import Timeline from '../../src/timeline/Timeline.svelte';
import Handle from '../../src/timeline/track/Handle.svelte';
import { step } from '../../src/view/steps';
import {
  bar,
  bins,
  categories,
  fixtureTimeline,
  liveTimeline,
  nothing,
  range,
  staticTimeline,
  words,
} from './builders';
import { drawnCase } from './case';

const never = 8.64e15;
const span = range('2022-02-24', '2025-12-25');
const focus = range('2025-12-13', '2025-12-22');
const window = range('2025-12-14', '2025-12-21');
const playback = { step: null, speed: 1, cumulative: true };

const week = [
  bar(0, '2025-12-14', '2025-12-16', { label: 'Berlin talks on the plan' }),
  bar(1, '2025-12-17', '2025-12-19', { label: '82 drones over Ukraine' }),
  bar(2, '2025-12-18', '2025-12-20', { label: 'Brussels summit on a loan' }),
  bar(3, '2025-12-16T10:00', '2025-12-16T11:00', { label: 'A call of an hour' }),
];

const counts = (from: string, to: string, count: number) =>
  bins(range(from, to), count, 3, (bin, category) =>
    bin % 7 === 6 ? 0 : (bin * 5 + category * 3) % (8 + category * 5),
  );

/** Of a tooltip, on the screen. */
const anchor = { left: 120, right: 150, top: 20, bottom: 40 };

const onStaticPage = { onStaticPage: true };

export const timelineCases = [
  drawnCase(
    'timeline-lanes',
    StaticTimeline,
    staticTimeline('wide', week, { strip: true }),
    onStaticPage,
  ),
  drawnCase('timeline-packed', StaticTimeline, staticTimeline('medium', week), onStaticPage),
  drawnCase(
    'timeline-phone',
    StaticTimeline,
    staticTimeline('phone', week, { strip: true }),
    onStaticPage,
  ),
  drawnCase(
    'timeline-embed',
    StaticTimeline,
    staticTimeline('medium', week, { summary: words.events(4) }),
    onStaticPage,
  ),
  drawnCase(
    'timeline-histogram',
    StaticTimeline,
    staticTimeline('wide', null, { bins: counts('2025-12-13', '2025-12-22', 27) }),
    onStaticPage,
  ),
  drawnCase(
    'timeline-histogram-phone',
    StaticTimeline,
    staticTimeline('phone', null, { bins: counts('2025-12-13', '2025-12-22', 9) }),
    onStaticPage,
  ),
  drawnCase(
    'timeline-strip',
    StaticTimeline,
    staticTimeline('medium', week, {
      span,
      strip: true,
      overview: counts('2022-02-24', '2025-12-25', 60),
    }),
    onStaticPage,
  ),
  drawnCase(
    'timeline-soft-ends',
    StaticTimeline,
    staticTimeline('wide', [
      bar(0, '2025-12-14', '2025-12-16', { startSoft: true, label: 'Soft start' }),
      bar(1, '2025-12-15', '2025-12-18', { endSoft: true, label: 'Soft end' }),
      bar(2, '2025-12-16', '2025-12-20', { startSoft: true, endSoft: true, label: 'Both soft' }),
    ]),
    onStaticPage,
  ),
  drawnCase(
    'timeline-open-ends',
    StaticTimeline,
    staticTimeline('wide', [
      bar(0, '2025-12-15', '2025-12-16', { end: never, label: 'Goes on' }),
      bar(1, '2025-12-15', '2025-12-17', { start: -never, label: 'Since ever' }),
      bar(2, '2025-12-15', '2025-12-16', { start: -never, end: never, label: 'At all times' }),
      bar(3, '2025-12-15', '2025-12-16', { end: never, status: 'scheduled', label: 'Planned on' }),
    ]),
    onStaticPage,
  ),
  drawnCase(
    'timeline-planned',
    StaticTimeline,
    staticTimeline(
      'wide',
      [
        bar(0, '2025-12-14', '2025-12-16', { label: 'Happened' }),
        bar(1, '2025-12-19', '2025-12-20', { status: 'scheduled', label: 'Scheduled' }),
        bar(2, '2025-12-20', '2025-12-21', { status: 'postponed', label: 'Postponed' }),
        bar(3, '2025-12-20', '2025-12-22', { status: 'cancelled', label: 'Cancelled' }),
      ],
      { asOf: range('2025-12-19', '2025-12-20')[0] },
    ),
    onStaticPage,
  ),
  drawnCase(
    'timeline-all-planned',
    StaticTimeline,
    staticTimeline('phone', [bar(1, '2025-12-19', '2025-12-20', { status: 'scheduled' })], {
      asOf: range('2025-11-01', '2025-12-20')[0],
    }),
    onStaticPage,
  ),
  drawnCase(
    'timeline-deep-time',
    StaticTimeline,
    staticTimeline(
      'wide',
      [
        bar(0, '-005000-01-01T00:00', '-003000-01-01T00:00', { label: 'Long ago' }),
        bar(1, '0500-01-01', '1500-01-01', { label: 'A thousand years' }),
      ],
      {
        span: range('-005000-01-01T00:00', '1900-01-01'),
        focus: range('-006000-01-01T00:00', '2500-01-01'),
        window: range('-004000-01-01T00:00', '1000-01-01'),
        strip: true,
      },
    ),
    onStaticPage,
  ),
  drawnCase(
    'timeline-hours',
    StaticTimeline,
    staticTimeline('wide', [bar(0, '2025-12-18T03:00', '2025-12-18T09:30', { label: 'A night' })], {
      focus: range('2025-12-18T00:00', '2025-12-18T12:00'),
      window: range('2025-12-18T02:00', '2025-12-18T10:00'),
    }),
    onStaticPage,
  ),
  drawnCase(
    'timeline-years',
    StaticTimeline,
    staticTimeline('medium', [bar(0, '2023-03-01', '2024-10-01')], {
      focus: range('2021-06-01', '2026-06-01'),
      window: range('2023-01-01', '2025-01-01'),
    }),
    onStaticPage,
  ),
  ...(['forty-minutes', 'century'] as const).map((name) =>
    drawnCase(`timeline-${name}`, StaticTimeline, fixtureTimeline(name), onStaticPage),
  ),
  drawnCase('timeline-one-event', StaticTimeline, staticTimeline('wide', [week[0]!]), onStaticPage),
  drawnCase('timeline-no-event', StaticTimeline, staticTimeline('medium', []), onStaticPage),
  drawnCase(
    'timeline-thin-rows',
    StaticTimeline,
    staticTimeline(
      'wide',
      Array.from({ length: 14 }, (_, row) =>
        bar(row, `2025-12-${14 + (row % 3)}`, `2025-12-${18 + (row % 2)}`, { category: 0 }),
      ),
    ),
    onStaticPage,
  ),
  drawnCase(
    'timeline-eleven-categories',
    StaticTimeline,
    staticTimeline('wide', week, {
      categories: categories(...Array.from({ length: 11 }, (_, number) => `Category ${number}`)),
    }),
    onStaticPage,
  ),
  drawnCase(
    'timeline-long-names',
    StaticTimeline,
    staticTimeline('wide', week, {
      categories: categories('A category with a very long name', 'Strike', 'Summit'),
    }),
    onStaticPage,
  ),
  drawnCase(
    'timeline-not-drawn',
    StaticTimeline,
    staticTimeline('medium', week, {
      outside: outsideNotes({ before: 2, after: 1, undated: 5 }, words),
    }),
    onStaticPage,
  ),
  drawnCase('timeline-live', Timeline, liveTimeline(week)),
  drawnCase(
    'timeline-live-playing',
    Timeline,
    liveTimeline(week, { playing: true, compact: true }),
  ),
  drawnCase(
    'timeline-live-histogram',
    Timeline,
    liveTimeline([], { bars: null, bins: counts('2025-12-13', '2025-12-22', 27) }),
  ),
  drawnCase('timeline-outside', Outside, {
    notes: outsideNotes({ before: 2, after: 1, undated: 5 }, words),
    onwindow: nothing,
  }),
  drawnCase('timeline-no-dates', NoAxis, {
    text: noAxisText(3, { before: 0, after: 0, undated: 3 }, words),
    summary: words.events(3),
  }),
  drawnCase('timeline-no-drawn-dates', NoAxis, {
    text: noAxisText(3, { before: 2, after: 0, undated: 1 }, words),
    summary: '',
  }),
  drawnCase('timeline-handle', Handle, {
    part: 'start',
    label: 'Window start',
    text: words.instant(window[0]),
    window,
    field: { span, focus, zone: 'UTC' },
    left: 40,
    onwindow: nothing,
  }),
  drawnCase('timeline-play-row', PlayRow, {
    span,
    reach: span,
    window,
    zone: 'UTC',
    words,
    playing: false,
    playback,
    summary: words.events(1204),
    compact: false,
    nearest: (ms: number) => ms,
    onwindow: nothing,
    onplay: nothing,
    onplayback: nothing,
    onzoom: nothing,
  }),
  drawnCase('timeline-presets', Presets, {
    window,
    span,
    reach: span,
    zone: 'UTC',
    nearest: (ms: number) => ms,
    onwindow: nothing,
    onzoom: nothing,
  }),
  drawnCase('timeline-window-form', WindowForm, {
    window,
    span,
    zone: 'UTC',
    words,
    ondone: nothing,
  }),
  drawnCase('timeline-playback-form', PlaybackForm, {
    playback: { step: step('hour', 3), speed: 0.5, cumulative: true },
    span: focus,
    words,
    onplayback: nothing,
  }),
  drawnCase('timeline-caption', Caption, {
    text: '14–15 Dec: Berlin talks on the plan · 2 more events',
  }),
  drawnCase('tooltip-event', ContentTooltip, {
    id: 'tip',
    anchor,
    content: {
      title: 'Miami meeting',
      date: 'planned 20 Dec',
      rows: [{ glyph: categories('Talks')[0]!, count: '' }],
      more: 0,
    },
  }),
  drawnCase('tooltip-counts', ContentTooltip, {
    id: 'tip',
    anchor,
    content: {
      title: '1,204 events',
      date: '5 – 11 January 2023',
      rows: categories('Talks', 'Strike', 'A category with a very long name indeed').map(
        (glyph, at) => ({ glyph, count: words.number(900 / (at + 1)) }),
      ),
      more: 3,
    },
  }),
];
