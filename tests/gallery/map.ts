import Chips from '../../src/map/over/Chips.svelte';
import Overlay from '../../src/map/over/Overlay.svelte';
import StaticMap from '../../src/map/StaticMap.svelte';
import Hint from '../../src/map/camera/Hint.svelte';
import {
  around,
  cluster,
  europe,
  mapCategories,
  mark,
  nothing,
  offscreen,
  overlay,
  staticMap,
  worldviewMap,
} from './builders';
import { drawnCase } from './case';

const lone = [
  mark(0, 13.4, 52.5, { label: 'Talks', name: 'Talks, 18 Dec, Berlin' }),
  mark(1, 30.5, 50.4, { label: 'Planned', name: 'Planned, 20 Dec, Kyiv', hollow: true }),
  mark(2, 4.4, 50.8, { label: 'Cancelled', name: 'Cancelled, 18 Dec, Brussels', struck: true }),
];
const clusters = [
  cluster(10, 50, [12, 0, 0]),
  cluster(22, 52, [120, 60, 20]),
  cluster(34, 49, [1500, 900, 12_000]),
];
const names = [
  { code: 'PL', kind: 'country', lng: 19.3, lat: 51.9, text: 'POLAND' },
  { code: 'crimea', kind: 'area', lng: 34, lat: 45.2, text: 'Crimea' },
  { code: 'Vienna', kind: 'city', lng: 16.4, lat: 48.2, text: 'Vienna' },
] as const;
const far = [
  offscreen(0, -77, 38.9, '7,200 km'),
  offscreen(1, 116, 40, '6,800 km'),
  offscreen(2, 18, -34, '9,300 km'),
];
const onStaticPage = { onStaticPage: true };
const draw = around(europe);
const area = draw({
  type: 'Polygon',
  coordinates: [
    [
      [28, 48],
      [36, 48],
      [36, 52],
      [28, 52],
      [28, 48],
    ],
  ],
});
const route = draw({
  type: 'LineString',
  coordinates: [
    [4.4, 50.8],
    [13.4, 52.5],
    [30.5, 50.4],
  ],
});

/** Where worldviews differ. */
const crimea = { lng: 34.5, lat: 45.8, zoom: 4.4 };
const kashmir = { lng: 76, lat: 34, zoom: 3.6 };

export const mapCases = [
  drawnCase('map-marks', StaticMap, staticMap({ marks: lone }), onStaticPage),
  drawnCase('map-clusters', StaticMap, staticMap({ marks: clusters }), onStaticPage),
  drawnCase(
    'map-mixed',
    StaticMap,
    staticMap({ marks: [...clusters, ...lone], names }),
    onStaticPage,
  ),
  drawnCase('map-names', StaticMap, staticMap({ names }), onStaticPage),
  drawnCase(
    'map-shapes',
    StaticMap,
    staticMap(
      { marks: lone },
      {
        shapes: [
          { row: 0, d: area, color: 'var(--dl-category-1)', kind: 'area' },
          { row: 1, d: route, color: 'var(--dl-category-2)', kind: 'route' },
          { row: 2, d: route, color: 'var(--dl-category-3)', kind: 'link' },
        ],
      },
    ),
    onStaticPage,
  ),
  drawnCase(
    'map-unplaced',
    StaticMap,
    staticMap({
      marks: lone,
      unplaced: { ...cluster(0, 0, [3, 0, 0]), key: 'unplaced', name: '3 events, without a place' },
    }),
    onStaticPage,
  ),
  drawnCase('map-borders-un', StaticMap, (geo) => worldviewMap(crimea, 'un', geo), onStaticPage),
  drawnCase(
    'map-borders-defacto',
    StaticMap,
    (geo) => worldviewMap(crimea, 'defacto', geo),
    onStaticPage,
  ),
  drawnCase(
    'map-borders-kashmir',
    StaticMap,
    (geo) => worldviewMap(kashmir, 'un', geo),
    onStaticPage,
  ),
  drawnCase('map-overlay', Overlay, overlay({ marks: lone, names })),
  drawnCase('map-overlay-clusters', Overlay, overlay({ marks: clusters })),
  drawnCase(
    'map-overlay-selected',
    Overlay,
    overlay({ marks: lone, selected: { row: 0, lng: 13.4, lat: 52.5 } }),
  ),
  drawnCase('map-overlay-chips', Overlay, overlay({ marks: lone, offscreen: far })),
  drawnCase('map-overlay-phone', Overlay, overlay({ marks: lone, offscreen: far, phone: true })),
  drawnCase('map-chips', Chips, {
    chips: overlay({ offscreen: far }).layout!.chips,
    categories: mapCategories,
    onchip: nothing,
  }),
  drawnCase('map-hint', Hint, { text: 'Use two fingers to move the map' }),
];
