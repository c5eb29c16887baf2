/** A story's opening view at the sizes that a page is laid out for. */
import { localSource, type AnswerSource } from '../../story/source';
import { loadNames, type GeoFile } from '../../world/atlas';
import { countryName } from '../../world/country-name';
import { cityDetail, loadCities } from '../../world/cities';
import { layOutOverlay } from '../../map/over/layout';
import { boundsOf, type Size } from '../../map/camera/mercator';
import { namesFor, piecesWithEvents } from '../../map/ground/names';
import type { StaticPicture } from '../../map/static-map';
import type { Measure } from '../../map/types';
import type { StoryIndex } from '../../story/story-index';
import { View, type Picture } from '../../view/view.svelte';
import { barsOf, mapMarks, metresBetween, offscreenOf, unplacedMark } from '../app/pictures';
import { openingOf, shownShapes } from '../app/place-shapes';
import type { DisplayContext } from '../app/setting';
import { groundFor, type GroundDrawing } from './ground';

/** A page's layout, and its map in CSS pixels as it most often is. */
export interface PageLayout {
  readonly name: 'wide' | 'medium' | 'phone';
  readonly size: Size;
}

export const pageLayouts: Readonly<Record<'reader' | 'embed', readonly PageLayout[]>> = {
  reader: [
    { name: 'wide', size: [908, 441] },
    { name: 'medium', size: [680, 280] },
    { name: 'phone', size: [390, 331] },
  ],
  embed: [
    { name: 'medium', size: [680, 250] },
    { name: 'phone', size: [390, 331] },
  ],
};

export interface StoryPicture extends StaticPicture, PageLayout {
  readonly name: PageLayout['name'];
  readonly view: View;
  readonly picture: Picture;
}

/** How finely pictures are drawn. */
interface Drawn {
  /** Steps of the ground's grid in a pixel of the nearest picture. */
  readonly fineness: number;
  readonly measure: Measure;
}

/** @returns one picture for each format, and the ground under all of them. */
export async function picturesOf(
  desk: StoryIndex,
  setting: DisplayContext,
  wanted: readonly PageLayout[],
  read: GeoFile,
  { fineness, measure }: Drawn,
): Promise<{ pictures: StoryPicture[]; drawing: GroundDrawing }> {
  const source = localSource(desk);
  const looks = await Promise.all(wanted.map((format) => lookAt(source, setting, format)));
  const { ground, drawing } = await groundFor(looks, read, fineness);
  const pictures = await Promise.all(
    looks.map(async (look): Promise<StoryPicture> => {
      const { camera, size, view, picture, name } = look;
      const { language, words } = setting;
      const marks = mapMarks(picture, setting);
      const names = namesFor({
        camera,
        size,
        written: {
          pieces: await loadNames(read),
          cities: await loadCities(cityDetail(camera.zoom), language, read),
        },
        pieces: ground.pieces,
        view: ground.view,
        language,
        events: piecesWithEvents(marks, ground.pieces),
        nameOf: countryName,
      });
      const layout = layOutOverlay({
        camera,
        size,
        marks,
        offscreen: offscreenOf(picture, barsOf(picture, setting), setting).map((event) => ({
          ...event,
          distance: words.distance(metresBetween(camera, event)),
        })),
        selected: null,
        unplaced: unplacedMark(picture, setting),
        names,
        obstacles: [],
        measure,
        language,
        phone: name === 'phone',
      });
      const shapes = shownShapes(setting, marks, null, [], null).map((shape) => ({
        d: drawing.draw(shape),
        ...shape.properties,
        ...(drawing.isCut(shape) && { cut: true }),
      }));
      return { name, size, view, picture, camera, marks, layout, shapes };
    }),
  );
  return { pictures, drawing };
}

async function lookAt(source: AnswerSource, setting: DisplayContext, { name, size }: PageLayout) {
  const view = new View(setting);
  const camera = await openingOf(source, view, size);
  view.look(camera, boundsOf(camera, size));
  const questions = view.questions!;
  view.receive(questions, await source.ask(questions));
  const picture = view.picture!;
  await Promise.all(
    Array.from(picture.here.page ?? [], (row) => row)
      .slice(0, 120)
      .map((row) => setting.details.load(row)),
  );
  return { name, size, view, picture, camera };
}
