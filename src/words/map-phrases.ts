/** The map's own words. One row a language; a language without a row reads the English one. */

/** Eight winds, and inside or all round where there is no single one. */
export type Direction = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw';

export interface MapPhrases {
  readonly map: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly showAll: string;
  readonly fullScreen: string;
  readonly leaveFullScreen: string;
  /** Names the surface that takes the keys. */
  readonly keys: string;
  readonly outside: string;
  readonly towards: Readonly<Record<Direction, string>>;
  readonly moreEvents: (count: string) => string;
  readonly elsewhere: (count: string) => string;
  readonly unplaced: (count: string) => string;
  readonly useControl: string;
  readonly useCommand: string;
  readonly useTwoFingers: string;
  readonly noGround: string;
  readonly mapData: string;
  readonly credit: string;
  readonly noBasemap: (reason: string) => string;
  /** Heads the notes on disputed areas in view. */
  readonly dashedLines: string;
}

const english: MapPhrases = {
  map: 'Map',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show all',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  keys: 'Move the map: arrow keys pan, plus and minus zoom',
  outside: 'outside the view',
  towards: {
    n: 'to the north',
    ne: 'to the north-east',
    e: 'to the east',
    se: 'to the south-east',
    s: 'to the south',
    sw: 'to the south-west',
    w: 'to the west',
    nw: 'to the north-west',
  },
  moreEvents: (count) => `${count} events`,
  elsewhere: (count) => `${count} more events`,
  unplaced: (count) => `${count} without a place`,
  useControl: 'Use Ctrl + scroll to zoom the map',
  useCommand: 'Use ⌘ + scroll to zoom the map',
  useTwoFingers: 'Use two fingers to move the map',
  noGround: 'The base map could not be loaded',
  mapData: 'Map data',
  credit: 'Natural Earth (public domain), GeoNames (CC BY 4.0)',
  noBasemap: (reason) => `The publisher’s base map is not drawn: ${reason}. The bundled one is.`,
  dashedLines: 'Dashed lines in view',
};

const table: Record<string, MapPhrases> = { en: english };

export function mapPhrases(language: string): MapPhrases {
  return table[language.split('-')[0]!.toLowerCase()] ?? english;
}

/** What a gesture that was let through would have wanted, as this device names its keys. */
export function reminder(kind: 'wheel' | 'touch', words: MapPhrases): string {
  if (kind === 'touch') return words.useTwoFingers;
  return navigator.userAgent.includes('Mac') ? words.useCommand : words.useControl;
}
