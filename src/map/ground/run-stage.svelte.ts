/** Runs MapLibre where it can run, in the state of the page; elsewhere the ground stays drawn as SVG. */
import { untrack } from 'svelte';
import { openBasemap } from './basemap';
import { mapColours, resolveColor } from './colours';
import type { Ground } from '../../world/ground';
import { MapLibreStage, type MapLibreFile, type Stage, type StageOptions } from './stage';
import type { PlaceShape } from '../types';
import type { Size } from '../camera/mercator';
import type { Camera } from '../../view/camera';
import { watchColours } from '../../ui/page-watch';

export interface StageState {
  /** What is on the screen. */
  readonly camera: Camera;
  readonly size: Size;
  readonly ground: Ground;
  /** The address of a PMTiles archive, `null` for the ground alone. */
  readonly basemap: string | null;
  /** Their colours may be custom properties of `element`. */
  readonly shapes: readonly PlaceShape[];
  readonly theme: string | undefined;
}

export interface StageHost extends Pick<StageOptions, 'framed' | 'globe' | 'oncamera'> {
  /** Empty and sized; MapLibre draws into it. */
  readonly container: HTMLElement;
  /** Where colours are read. */
  readonly element: HTMLElement;
  /** Read by effects. */
  state(): StageState;
  /** Its first picture is complete, with all that the page shows. */
  onready(stage: Stage): void;
  /** It can't draw any more, and is to be undone. */
  onlost(): void;
  /** The archive can be drawn, with its attribution; or can't, and why. */
  onbasemap(credit: string | Error): void;
}

/** Where no worker may start; it would be the same the next time. */
let refused = false;

/** Makes a stage. Called by an effect, with which it ends; returns what else is to be undone. */
export function runStage(file: MapLibreFile, url: string, host: StageHost): (() => void) | void {
  if (refused) return;
  const { container, element, framed, globe, oncamera } = host;
  let isOver = false;
  let isReady = false;
  let stage: Stage;
  try {
    const { camera, ground } = untrack(host.state);
    stage = new MapLibreStage(file, url, container, {
      camera,
      ground,
      colours: mapColours(element),
      framed,
      globe,
      oncamera(...move) {
        if (isReady) oncamera(...move);
      },
      onready() {
        if (isOver) return;
        isReady = true;
        host.onready(stage);
      },
      onfailed(forever) {
        if (isOver) return;
        refused ||= forever;
        host.onlost();
      },
    });
  } catch {
    // No reader could do anything about it.
    container.replaceChildren();
    return;
  }
  syncStage(stage, () => isReady, host);
  return () => {
    isOver = true;
    stage.destroy();
    container.replaceChildren();
  };
}

/** Keeps a stage in the state of the page. */
function syncStage(stage: Stage, isReady: () => boolean, { element, state, onbasemap }: StageHost) {
  const shapes = $derived(state().shapes);
  const basemap = $derived(state().basemap);
  const theme = $derived(state().theme);
  const ground = $derived(state().ground);
  const size = $derived(state().size);
  const camera = $derived(state().camera);

  $effect(() => {
    void size;
    stage.resize();
  });
  // It goes where the drawn ground goes, until it takes over.
  $effect(() => {
    if (!isReady()) stage.moveTo(camera, { animate: false });
  });
  $effect(() => stage.setGround(ground));

  $effect(() => {
    if (!basemap) return;
    let isOver = false;
    openBasemap(basemap).then(
      (opened) => {
        if (isOver) return;
        stage.setBasemap(opened, mapColours(element));
        onbasemap(opened.attribution);
      },
      (error: Error) => onbasemap(error),
    );
    return () => (isOver = true);
  });

  const resolved = () =>
    shapes.map((shape) => {
      const color = resolveColor(element, shape.properties.color);
      return { ...shape, properties: { ...shape.properties, color } };
    });
  $effect(() => stage.setShapes(resolved()));

  $effect(() => {
    void theme;
    return watchColours(element, () => {
      stage.setTheme(mapColours(element));
      stage.setShapes(resolved());
    });
  });
}

/** Puts a node into another home without taking the focus from what is inside it. */
export function moveKeepingFocus(node: HTMLElement, home: HTMLElement): void {
  const focused = document.activeElement;
  const held = focused instanceof HTMLElement && node.contains(focused);
  home.append(node);
  if (held) focused.focus({ preventScroll: true });
}
