import { createRawSnippet } from 'svelte';
import MapOver from '../../src/pages/app/MapOver.svelte';
import DownloadDialog from '../../src/pages/dialogs/DownloadDialog.svelte';
import DropZone from '../../src/pages/dialogs/DropZone.svelte';
import FileBar from '../../src/pages/dialogs/FileBar.svelte';
import EmbedDialog from '../../src/pages/dialogs/EmbedDialog.svelte';
import Problems from '../../src/pages/dialogs/Problems.svelte';
import Report from '../../src/pages/dialogs/Report.svelte';
import ReportDialog from '../../src/pages/dialogs/ReportDialog.svelte';
import Failure from '../../src/pages/start/Failure.svelte';
import Loading from '../../src/pages/start/Loading.svelte';
import Notes from '../../src/panel/Notes.svelte';
import type { ImportProblem } from '../../src/formats/import/types';
import type { ImportReport, StoryService } from '../../src/story';
import ProblemList from '../../src/ui/ProblemList.svelte';
import { nothing, storyCase, words } from './builders';
import { drawnCase } from './case';

const problems: ImportProblem[] = [
  {
    severity: 'error',
    record: 7,
    id: 'e7',
    field: 'properties.when',
    value: '2025-02-30',
    code: 'bad-date',
    message: '"2025-02-30" came. February 2025 has 28 days.',
  },
  {
    severity: 'warning',
    record: 12,
    field: 'geometry.coordinates',
    value: [1234, 50],
    code: 'bad-position',
    message: 'Longitude 1234 came. A number from -180 to 180 was expected.',
  },
  {
    severity: 'warning',
    record: null,
    field: 'categories[0].color',
    value: 'blau',
    code: 'bad-color',
    message: 'Invalid colours are ignored.',
  },
];
const reports: ImportReport = {
  name: 'attacks.csv',
  format: { id: 'csv', label: 'CSV table' },
  formats: ['csv', 'acled', 'kml'],
  read: 1204,
  written: 1190,
  rejected: 14,
  rejectedBy: { 'bad-date': 10, 'no-place': 4 },
  warnedOf: { 'bad-color': 1 },
  reading: { dayOrder: 'day-first', timeZone: 'Europe/Kyiv' },
  problems,
  leftOut: 11,
  table: {
    columns: ['Date', 'What', 'Where', 'Dead'],
    rows: [
      ['3/4/2025', 'Strike on a depot', 'Kyiv', '1,204'],
      ['4/4/2025', 'Talks', '', ''],
    ],
    mapping: { when: 'Date', title: 'What', 'figures.killed.min': 'Dead' },
  },
};
const { view, setting, story } = storyCase([
  { title: 'Talks in Berlin' },
  { title: 'A strike', category: 'strike', when: '2025-12-17', at: [30.5, 50.4] },
]);
const site = {
  root: 'https://example.org/maps/',
  page: 'reader',
  story: 'test',
  stories: ['test'],
} as const;
// No dialog requests anything of it before a button is pressed.
const service = {} as StoryService;

export const dialogCases = [
  drawnCase('notes-address', Notes, {
    address: [
      { key: 'from', value: '2025-02-30', message: 'February 2025 has 28 days.' },
      { key: 'show', value: 'taks', message: 'This story has no such category.' },
    ],
    problems: [],
    leftOut: 0,
    read: 7,
    rejected: 0,
  }),
  drawnCase('notes-problems', Notes, {
    address: [],
    problems,
    leftOut: 40,
    read: 120,
    rejected: 1,
  }),
  drawnCase('problem-list', ProblemList, { problems }),
  drawnCase('problems', Problems, { report: reports }),
  drawnCase('loading', Loading, { beside: false, oncancel: nothing, onagain: nothing }),
  drawnCase('loading-beside', Loading, { beside: true, oncancel: nothing, onagain: nothing }),
  drawnCase('failure', Failure, {
    message: 'The story could not be fetched. Status 404 came from the server.',
    problems: [],
    url: 'https://example.org/story.geojson',
    home: './',
    onagain: nothing,
  }),
  drawnCase('failure-with-problems', Failure, {
    message: 'No event of the file can be shown.',
    problems,
    url: 'https://example.org/story.geojson',
    home: './',
    onagain: nothing,
    onfiles: nothing,
  }),
  drawnCase('dialog-download', DownloadDialog, {
    view,
    data: { story, url: 'https://example.org/story.geojson' },
    service,
    words,
    language: 'en',
    local: false,
    choice: { part: 'all' },
    onclose: nothing,
  }),
  drawnCase('dialog-download-screen', DownloadDialog, {
    view,
    data: { story, url: 'https://example.org/story.geojson' },
    service,
    words,
    language: 'en',
    local: true,
    choice: { part: 'screen', format: 'ics' },
    onclose: nothing,
  }),
  drawnCase('dialog-embed', EmbedDialog, {
    site,
    view,
    setting,
    address: {},
    local: false,
    onclose: nothing,
  }),
  drawnCase('dialog-embed-local', EmbedDialog, {
    site,
    view,
    setting,
    address: { show: ['talks'] },
    local: true,
    onclose: nothing,
  }),
  drawnCase('report-bar', Report, { report: reports, local: true, onopen: nothing }),
  drawnCase('dialog-report', ReportDialog, {
    subject: { report: reports, borders: 'un', whole: async () => '{}', onread: nothing },
    onclose: nothing,
  }),
  drawnCase('dialog-report-failed', ReportDialog, {
    subject: {
      report: { ...reports, written: 0, rejected: 1204, table: undefined, problems: [] },
      why: { message: 'None of the 1204 records of attacks.csv can be shown.', problems: [] },
      borders: 'un',
      onread: nothing,
    },
    onclose: nothing,
  }),
  drawnCase('dialog-drop', DropZone, {}),
  drawnCase('file-bar', FileBar, {
    title: 'Attacks, 2024',
    kept: Promise.resolve(true),
    ontitle: nothing,
    onclose: nothing,
  }),
  drawnCase('article-sheet', MapOver, {
    article: createRawSnippet(() => ({ render: () => '<article>Talks in Berlin</article>' })),
    sheet: true,
    onclose: nothing,
  }),
];
