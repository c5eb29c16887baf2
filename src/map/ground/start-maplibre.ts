/** Starts MapLibre where it can run; elsewhere the ground stays drawn as SVG. */
import type { Stage, StageOptions } from './stage';

/** Where there is no WebGL 2, or no worker may start; it would be the same the next time. `null`
 * before the first stage. */
let refused: boolean | null = null;

/**
 * Fetches MapLibre and makes a stage of an element; `onready` gets it once its first picture is
 * complete; `onlost` is called when it can't draw any more and is to be undone. `options` are read when
 * the stage is made. Returns the undoing.
 */
export function startMapLibre(
  container: HTMLElement,
  options: () => Omit<StageOptions, 'onready' | 'onfailed'>,
  onready: (stage: Stage) => void,
  onlost: () => void,
): () => void {
  let stage: Stage | undefined;
  // MapLibre without WebGL fails only once its workers know the map, which then stays in memory.
  let gone = (refused ??= !hasWebgl());
  const end = () => {
    gone = true;
    stage?.destroy();
    stage = undefined;
    container.replaceChildren();
  };
  if (!gone)
    import('./stage')
      .then(({ MapLibreStage }) => {
        if (gone) return;
        stage = new MapLibreStage(container, {
          ...options(),
          onready: () => {
            if (!gone && stage) onready(stage);
          },
          onfailed(forever) {
            if (gone) return;
            refused ||= forever;
            onlost();
          },
        });
      })
      // No reader could do anything about a failed fetch or a missing WebGL.
      .catch(() => container.replaceChildren());
  return end;
}

function hasWebgl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/** Puts a node into another home without taking the focus from what is inside it. */
export function moveKeepingFocus(node: HTMLElement, home: HTMLElement): void {
  const focused = document.activeElement;
  const held = focused instanceof HTMLElement && node.contains(focused);
  home.append(node);
  if (held) focused.focus({ preventScroll: true });
}
