/**
 * The ground drawn by MapLibre GL JS 6 (https://maplibre.org/maplibre-gl-js/docs/API/): the only
 * file that knows it. It draws land, lines and shapes; marks and labels are the page's own.
 */
import * as maplibre from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { GeoJSON } from 'geojson';
import type { Basemap } from './basemap';
import { basemapLayers, basemapPaint, takesOverAt } from './basemap-style';
import type { MapColours } from './colours';
import { globeProjection } from '../camera/globe';
import type { Ground } from '../../world/ground';
import { groundPaint, groundSources, groundStyle } from './ground-style';
import { maxZoom, project, same, type Size } from '../camera/mercator';
import type { PlaceShape } from '../types';
import type { Camera } from '../../view/camera';

export interface Stage {
  /** Whatever is put in here moves the map when it is dragged or scrolled over. */
  readonly host: HTMLElement;
  setGround(ground: Ground): void;
  /** Colours as `rgb(…)`. */
  setShapes(shapes: readonly PlaceShape[]): void;
  setTheme(colours: MapColours): void;
  /** Once. */
  setBasemap(basemap: Basemap, colours: MapColours): void;
  /** Moves there, at once, which is not reported, or in a flight, which is reported as `byCode`. */
  moveTo(camera: Camera, options: { animate: boolean }): void;
  resize(): void;
  destroy(): void;
}

export interface StageOptions {
  readonly camera: Camera;
  readonly ground: Ground;
  readonly colours: MapColours;
  /** In a frame: one finger and the plain wheel are left to the page. */
  readonly framed: boolean;
  /** Low zooms show the world as a globe. */
  readonly globe: boolean;
  /** Once the first picture is complete. */
  onready(): void;
  /** It can't draw any more, nor could another where it is `forever`. */
  onfailed(forever: boolean): void;
  /** Every frame of a move, and once more with `moving` false when it rests. */
  oncamera(camera: Camera, moving: boolean, byCode: boolean): void;
}

/** Rides on the events of the moves that `moveTo` makes. */
interface Cause {
  readonly cause?: 'flight' | 'jump';
}

// In a sandboxed frame MapLibre inlines the worker's text, and the dev server's has relative imports;
// so there it gets one absolute import instead.
maplibre.setWorkerUrl(
  import.meta.env.DEV && self.origin === 'null'
    ? `data:text/javascript,import ${JSON.stringify(new URL(workerUrl, import.meta.url).href)}`
    : workerUrl,
);

/** Draws into an empty, sized element. Throws where there is no WebGL 2. */
export function createStage(container: HTMLElement, options: StageOptions): Stage {
  const { camera, ground, colours } = options;
  const map = new maplibre.Map({
    container,
    style: {
      ...groundStyle(ground, colours),
      ...(options.globe && { projection: { type: globeProjection } }),
    } as maplibre.StyleSpecification,
    center: [camera.lng, camera.lat],
    zoom: camera.zoom,
    minZoom: 0,
    maxZoom,
    cooperativeGestures: options.framed,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    // The page has its own keys and watches its own size, with MapLibre and without.
    keyboard: false,
    trackResize: false,
    fadeDuration: 0,
    renderWorldCopies: true,
    // Animations stop for those who ask the system for less motion.
    reduceMotion: undefined,
  });
  map.touchZoomRotate.disableRotation();
  const canvas = map.getCanvas();
  for (const name of ['tabindex', 'role', 'aria-label']) canvas.removeAttribute(name);
  canvas.setAttribute('aria-hidden', 'true');

  // Until the style has loaded, what is set waits; the newest wins.
  const waiting = new Map<string, () => void>();
  let loaded = false;
  const whenLoaded = (key: string, change: () => void) => {
    if (loaded) change();
    else waiting.set(key, change);
  };
  map.once('load', () => {
    loaded = true;
    waiting.forEach((change) => change());
    options.onready();
  });

  map.on('error', ({ error }) => {
    // Each of its workers reports it.
    if (/^Worker failed/.test(error.message)) setTimeout(() => options.onfailed(true));
    else console.error(error);
  });
  // The browser took its context away, as it does where a page has too many.
  map.on('webglcontextlost', () => setTimeout(() => options.onfailed(false)));

  let drawn = ground.key;
  let basemap: Basemap | null = null;
  let muted = false;
  const look = (): Camera => {
    const { lng, lat } = map.getCenter().wrap();
    return { lng, lat, zoom: map.getZoom() };
  };
  const report = (moving: boolean) => (event: Cause) => {
    if (!muted && event.cause !== 'jump') options.oncamera(look(), moving, !!event.cause);
  };
  map.on('move', report(true) as () => void);
  map.on('moveend', report(false) as () => void);

  const setData = (source: string, data: GeoJSON) =>
    whenLoaded(source, () => void map.getSource<maplibre.GeoJSONSource>(source)?.setData(data));

  return {
    host: map.getCanvasContainer(),
    setGround(next) {
      if (next.key === drawn) return;
      drawn = next.key;
      Object.entries(groundSources(next)).forEach(([id, data]) => setData(id, data));
    },
    setShapes: (shapes) => setData('shapes', { type: 'FeatureCollection', features: [...shapes] }),
    setTheme: (next) =>
      whenLoaded('theme', () => {
        const own = basemap ? basemapPaint(basemap, next) : [];
        for (const [layer, property, value] of [...groundPaint(next), ...own])
          map.setPaintProperty(layer, property as 'fill-color', value);
      }),
    setBasemap: (next, nextColours) =>
      whenLoaded('basemap', () => {
        basemap = next;
        addBasemap(map, next, nextColours);
      }),
    moveTo(target, { animate }) {
      // A flight cut short by the next one has not come to rest.
      muted = true;
      map.stop();
      muted = false;
      const to = { center: [target.lng, target.lat] as [number, number], zoom: target.zoom };
      const here = look();
      if (same(here, target)) return;
      if (!animate) map.jumpTo(to, { cause: 'jump' } satisfies Cause);
      else if (isNear(here, target, [container.clientWidth, container.clientHeight]))
        map.easeTo({ ...to, duration: 300 }, { cause: 'flight' } satisfies Cause);
      else map.flyTo({ ...to, maxDuration: 1800 }, { cause: 'flight' } satisfies Cause);
    },
    resize: () => {
      muted = true;
      map.resize();
      muted = false;
    },
    destroy() {
      map.remove();
      maplibre.removeProtocol(protocol);
    },
  };
}

/** The protocol of a base map's tiles. */
const protocol = 'basemap';

/** Over the bundled land and water, under its borders and all shapes. */
function addBasemap(map: maplibre.Map, basemap: Basemap, colours: MapColours): void {
  maplibre.addProtocol(protocol, async ({ url }, { signal }) => {
    const [z, x, y] = url.slice(`${protocol}://`.length).split('/').map(Number);
    return { data: await basemap.tile(z!, x!, y!, signal) };
  });
  map.addSource('basemap', {
    type: 'vector',
    tiles: [`${protocol}://{z}/{x}/{y}`],
    minzoom: basemap.minzoom,
    maxzoom: basemap.maxzoom,
    bounds: basemap.bounds,
  });
  for (const layer of basemapLayers(basemap, colours))
    map.addLayer(layer as maplibre.AddLayerObject, 'areas');
  for (const layer of ['rivers', 'lakes', 'shores', 'coast'])
    map.setLayerZoomRange(layer, 0, takesOverAt(basemap));
}

/** Less than a screen and two levels away. */
function isNear(from: Camera, to: Camera, size: Size): boolean {
  const [x, y] = project(to.lng, to.lat, from, size);
  const shown = x > -size[0] / 2 && x < size[0] * 1.5 && y > -size[1] / 2 && y < size[1] * 1.5;
  return shown && Math.abs(from.zoom - to.zoom) < 2;
}
