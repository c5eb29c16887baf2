/** What of a `<datelines-embed>` goes into the address of its frame. */

import { settable } from './messages';

/** Attributes: the parameters of a page but for `story`, which is in the path. */
export const parameters: readonly string[] = settable.filter((name) => name !== 'story');

/** Custom properties, those of `ui/tokens.css`, without `--dl-`. */
export const properties: readonly string[] = (
  'surface surface-raised surface-sunken rule control-rule text text-quiet link accent accent-wash ' +
  'selected-wash focus warn-text warn-wash sure-text sure-wash info-text info-wash map-sea map-land map-border ' +
  'map-coast map-river map-road map-dispute map-city map-name map-halo track grid hatch ' +
  'category-1 category-2 category-3 category-4 category-5 category-6 category-7 category-8 ' +
  'category-9 category-10 category-11 category-12 category-other ' +
  'font-sans font-serif radius shadow'
).split(' ');
