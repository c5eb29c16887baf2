/** What MapLibre draws: kept as the page has it, in the colours of the page. */
import { openBasemap } from './basemap';
import { mapColours, resolveColor } from './colours';
import type { Ground } from '../../world/ground';
import type { Stage } from './stage';
import type { PlaceShape } from '../types';
import { watchColours } from '../../ui/page-watch';

export interface StageState {
  readonly ground: Ground | null;
  /** The address of a PMTiles archive, `null` for the ground alone. */
  readonly basemap: string | null;
  /** Their colours may be custom properties of `element`. */
  readonly shapes: readonly PlaceShape[];
  readonly theme: string | undefined;
  readonly element: HTMLElement;
}

/** Keeps the current stage in the state of `state`. Called while a component is made.
 * `onbasemap`: the archive can be drawn, with its attribution; or can't, and why. */
export function syncStage(
  stage: () => Stage | null,
  state: () => StageState,
  onbasemap: (credit: string | Error) => void,
): void {
  const shapes = $derived(state().shapes);
  const basemap = $derived(state().basemap);
  const theme = $derived(state().theme);
  const ground = $derived(state().ground);
  const element = $derived(state().element);

  $effect(() => {
    if (ground) stage()?.setGround(ground);
  });

  $effect(() => {
    const drawing = stage();
    if (!drawing || !basemap) return;
    openBasemap(basemap).then(
      (opened) => {
        if (stage() !== drawing) return;
        drawing.setBasemap(opened, mapColours(element));
        onbasemap(opened.attribution);
      },
      (error: Error) => onbasemap(error),
    );
  });

  const resolved = () =>
    shapes.map((shape) => {
      const color = resolveColor(element, shape.properties.color);
      return { ...shape, properties: { ...shape.properties, color } };
    });
  $effect(() => stage()?.setShapes(resolved()));

  $effect(() => {
    void theme;
    const drawing = stage();
    if (!drawing) return;
    return watchColours(element, () => {
      drawing.setTheme(mapColours(element));
      drawing.setShapes(resolved());
    });
  });
}
