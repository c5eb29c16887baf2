/**
 * A story's picture for other sites (Open Graph, oEmbed): title, dates and categories beside its map
 * as it opens, in the light theme. The map is the one of its pages.
 */
import { render } from 'svelte/server';
import { worldSize } from '../../world/mercator';
import { textStyles } from '../../map/over/text-styles';
import type { Measure } from '../../map/types';
import { textInLanguage } from '../../model/text';
import { cutToWidth } from '../../ui/text-width';
import drawnMap from '../../map/drawn-map.css?raw';
import Card from './Card.svelte';
import type { Face } from './face';
import { fitTitle } from './fitted';
import type { AtRestFiles, AtRestStory } from './open';
import { picturesOf, type StoryPicture } from './pictures';
import { asXml, dashesOfCircles, inLight, unscaledStrokes } from './plain-svg';
import { raster, type Raster } from './raster';

/** Pixels, as Open Graph recommends. */
const [width, height] = [1200, 630] as const;
const smallWidth = 240;
/** Of these the words' column. */
const wordsColumn = 430;
/** Free at both sides of a line in it. */
const edge = 36;
/** Pixels of the picture for one of the map, so that labels can be read when it is shown small. */
const nearness = 1.75;
/** Steps of the ground's grid in a pixel of the map. */
const fineness = 4;
const mostCategories = 6;

export interface StoryCard {
  readonly png: Uint8Array;
  /** The same for a list of stories, `smallWidth` pixels wide. */
  readonly small: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** What it shows, in words. */
  readonly alt: string;
}

export async function cardOf(
  { desk, setting }: AtRestStory,
  { geo }: AtRestFiles,
): Promise<StoryCard> {
  const { story, language, words, glyphs } = setting;
  const { faces, png } = await raster();
  const title = textInLanguage(story.title, language, story.language);
  const shownTitle = legible(title);
  // A picture without words is better than one of empty boxes.
  const column = faces.title.has(shownTitle) ? wordsColumn : 0;
  const { pictures, drawing } = await picturesOf(
    desk,
    setting,
    [{ name: 'phone', size: [(width - column) / nearness, height / nearness] }],
    geo,
    { fineness, measure: measureBy(faces) },
  );
  const picture = writable(pictures[0]!, faces.bold);
  const dates = setting.span ? words.window(...picture.view.window) : '';
  const legend = glyphs
    .filter(({ label }) => faces.plain.has(label))
    .map((glyph) => ({
      ...glyph,
      label: cutToWidth(glyph.label, (column - 110) / 24, faces.plain.width),
    }))
    .slice(0, mostCategories);
  const { body } = render(Card, {
    props: {
      size: [width, height],
      column,
      edge,
      title: fitTitle(column ? shownTitle : '', column - 2 * edge, faces.title.width),
      dates: faces.plain.has(dates) ? dates : '',
      datesSize: Math.min(25, (column - 2 * edge) / Math.max(1, faces.plain.width(dates))),
      picture,
      drawing,
      glyphs,
      legend,
      language,
    },
  });
  const sheet = unscaledStrokes(drawnMap, worldSize(picture.camera.zoom) / drawing.units);
  const svg = dashesOfCircles(asXml(body)).replace('<style></style>', `<style>${sheet}</style>`);
  const marks = words.events(picture.picture.here.total);
  return {
    png: png(inLight(svg)),
    small: png(inLight(svg), smallWidth),
    width,
    height,
    alt: `${title}: ${[marks, dates].filter(Boolean).join(', ')}`,
  };
}

/** Without labels that could not be written. */
function writable(picture: StoryPicture, face: Face): StoryPicture {
  const { events, names, chips, unplaced } = picture.layout;
  const layout = {
    ...picture.layout,
    events: events.filter(({ title, date }) => face.has(title + date)),
    names: names.filter(({ text }) => face.has(text)),
    chips: chips.filter(({ text, tail }) => face.has(text + tail)),
    unplaced: unplaced && face.has(unplaced.text) ? unplaced : null,
  };
  return { ...picture, layout };
}

function measureBy(faces: Raster['faces']): Measure {
  return (text, style) => {
    const { size, face, spacing } = textStyles[style];
    return Math.ceil(faces[face].width(text) * size + spacing * text.length);
  };
}

/** Without pictographs, which no face of letters has, and what is no letter at all. */
function legible(text: string): string {
  return text
    .replace(/[\p{Extended_Pictographic}\ufe0f\u200d]|\p{Cc}|\p{Cn}|\p{Cs}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
