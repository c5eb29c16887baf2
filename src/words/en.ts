/**
 * Every sentence a reader can see, in English. A second language is a file beside this one with the
 * same groups and keys (`uk.ts`, `ar.ts`); it is found by its name.
 *
 * Messages are ICU MessageFormat: `{name}` is replaced, `{count, plural, one {# event} other
 * {# events}}` chooses by the language's plural rules and writes the number in its digits. Values
 * arrive written out (dates, distances) unless a plural counts them. A key is `part.what`; a group
 * is what travels together: `page` with every page, `dialogs` when one is opened, `reading` with
 * what reads files and finds their problems.
 */

export const page = {
  // Dates, counts and lengths.
  'date.circa': 'c.',
  'date.since': 'since',
  'date.until': 'until',
  'date.untilUnknown': '? –',
  'date.unknown': 'date not known',
  'date.before': 'before',
  'date.after': 'after',
  'date.planned': 'planned',
  'length.kilometres': '{number} km',
  'events.count': '{count, plural, one {# event} other {# events}}',

  // Map.
  'map.name': 'Map',
  'map.zoomIn': 'Zoom in',
  'map.zoomOut': 'Zoom out',
  'map.showAll': 'Show all',
  'map.fullScreen': 'Full screen',
  'map.leaveFullScreen': 'Leave full screen',
  'map.keys': 'Move the map: arrow keys pan, plus and minus zoom',
  'map.outside': 'outside the view',
  'map.towards.n': 'to the north',
  'map.towards.ne': 'to the north-east',
  'map.towards.e': 'to the east',
  'map.towards.se': 'to the south-east',
  'map.towards.s': 'to the south',
  'map.towards.sw': 'to the south-west',
  'map.towards.w': 'to the west',
  'map.towards.nw': 'to the north-west',
  'map.moreEvents': '{count, plural, one {# event} other {# events}}',
  'map.elsewhere': '{count, plural, one {# more event} other {# more events}}',
  'map.unplaced': '{count, plural, other {# without a place}}',
  'map.useControl': 'Use Ctrl + scroll to zoom the map',
  'map.useCommand': 'Use ⌘ + scroll to zoom the map',
  'map.useTwoFingers': 'Use two fingers to move the map',
  'map.noGround': 'The base map could not be loaded',
  'map.data': 'Map data',
  'map.credit': 'Natural Earth (public domain), GeoNames (CC BY 4.0)',
  'map.noBasemap': 'The publisher’s base map is not drawn: {reason}. The bundled one is.',
  'map.dashedLines': 'Dashed lines in view',

  // Timeline.

  // List, article, filters and search.

  // Page: masthead, notices, loading, failures, credits.

  // Frame and address.
} as const;

export const dialogs = {
  // Download.

  // Embed.

  // Report and opening files.
} as const;

export const reading = {
  // The story file: problems that the model finds.

  // Tables and other files: notes and problems of formats.

  // Writing a story in other formats.

  // Opening a story: what can't be fetched or shown.
} as const;
