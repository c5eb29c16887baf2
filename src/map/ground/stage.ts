/**
 * The ground drawn by MapLibre GL JS 6 (https://maplibre.org/maplibre-gl-js/docs/API/): the only
 * file that knows it. It draws land, lines and shapes; marks and labels are the page's own.
 */
import type * as MapLibre from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
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
  /** Takes the size of its element, and draws at once. */
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
  /** Once the first picture is complete: all that was set until then is drawn. */
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

/** What MapLibre's file exports. */
export interface MapLibreFile {
  readonly maplibre: Pick<typeof MapLibre, 'Map' | 'addProtocol' | 'removeProtocol' | 'config'>;
  /** Its own text. */
  readonly source: string;
}

/** A stage by MapLibre. */
export class MapLibreStage implements Stage {
  readonly host: HTMLElement;
  readonly #library: MapLibreFile['maplibre'];
  readonly #map: MapLibre.Map;
  readonly #container: HTMLElement;
  readonly #options: StageOptions;
  /** What is set before the style has loaded; the newest of each key wins. */
  readonly #waiting = new Map<string, () => void>();
  #loaded = false;
  /** The key of the ground that is drawn. */
  #ground: string;
  #basemap: Basemap | null = null;
  /** Moves are not reported. */
  #muted = false;

  /**
   * Draws into an empty, sized element. Throws where there is no WebGL 2.
   *
   * @param url The file's address.
   */
  constructor(file: MapLibreFile, url: string, container: HTMLElement, options: StageOptions) {
    const { maplibre, source } = file;
    this.#library = maplibre;
    // A page without an origin may start no worker from an address.
    maplibre.config.WORKER_URL =
      self.origin === 'null' ? `data:text/javascript,${encodeURIComponent(source)}` : url;
    this.#container = container;
    this.#options = options;
    this.#ground = options.ground.key;
    const map = (this.#map = mapIn(maplibre, container, options));
    this.host = map.getCanvasContainer();
    const canvas = map.getCanvas();
    for (const name of ['tabindex', 'role', 'aria-label']) canvas.removeAttribute(name);
    canvas.setAttribute('aria-hidden', 'true');
    map.once('load', () => {
      this.#loaded = true;
      this.#waiting.forEach((change) => change());
      map.once('idle', () => options.onready());
    });
    map.on('error', ({ error }) => {
      // Each of its workers reports it.
      if (/^Worker failed/.test(error.message)) setTimeout(() => options.onfailed(true));
      else console.error(error);
    });
    // The browser took its context away, as it does where a page has too many.
    map.on('webglcontextlost', () => setTimeout(() => options.onfailed(false)));
    map.on('move', ((event: Cause) => this.#report(event, true)) as () => void);
    map.on('moveend', ((event: Cause) => this.#report(event, false)) as () => void);
  }

  setGround(ground: Ground): void {
    if (ground.key === this.#ground) return;
    this.#ground = ground.key;
    Object.entries(groundSources(ground)).forEach(([id, data]) => this.#setData(id, data));
  }

  setShapes(shapes: readonly PlaceShape[]): void {
    this.#setData('shapes', { type: 'FeatureCollection', features: [...shapes] });
  }

  setTheme(colours: MapColours): void {
    this.#whenLoaded('theme', () => {
      const own = this.#basemap ? basemapPaint(this.#basemap, colours) : [];
      for (const [layer, property, value] of [...groundPaint(colours), ...own])
        this.#map.setPaintProperty(layer, property as 'fill-color', value);
    });
  }

  setBasemap(basemap: Basemap, colours: MapColours): void {
    this.#whenLoaded('basemap', () => {
      this.#basemap = basemap;
      addBasemap(this.#library, this.#map, basemap, colours);
    });
  }

  moveTo(target: Camera, { animate }: { animate: boolean }): void {
    // A flight cut short by the next one has not come to rest.
    this.#quietly(() => this.#map.stop());
    const { lng, lat, zoom } = target;
    const to = { center: [lng, lat] as [number, number], zoom };
    const here = this.#look();
    if (same(here, target)) return;
    const { clientWidth, clientHeight } = this.#container;
    if (!animate) this.#map.jumpTo(to, { cause: 'jump' } satisfies Cause);
    else if (isNear(here, target, [clientWidth, clientHeight]))
      this.#map.easeTo({ ...to, duration: 300 }, { cause: 'flight' } satisfies Cause);
    else this.#map.flyTo({ ...to, maxDuration: 1800 }, { cause: 'flight' } satisfies Cause);
  }

  resize(): void {
    this.#quietly(() => this.#map.resize());
    // Its canvas is empty until it is drawn again.
    if (this.#loaded) this.#map.redraw();
  }

  destroy(): void {
    this.#map.remove();
    this.#library.removeProtocol(protocol);
  }

  #look(): Camera {
    const { lng, lat } = this.#map.getCenter().wrap();
    return { lng, lat, zoom: this.#map.getZoom() };
  }

  #report({ cause }: Cause, moving: boolean): void {
    if (!this.#muted && cause !== 'jump') this.#options.oncamera(this.#look(), moving, !!cause);
  }

  #quietly(change: () => void): void {
    this.#muted = true;
    change();
    this.#muted = false;
  }

  #whenLoaded(key: string, change: () => void): void {
    if (this.#loaded) change();
    else this.#waiting.set(key, change);
  }

  #setData(source: string, data: GeoJSON): void {
    this.#whenLoaded(
      source,
      () => void this.#map.getSource<MapLibre.GeoJSONSource>(source)?.setData(data),
    );
  }
}

function mapIn(
  maplibre: MapLibreFile['maplibre'],
  container: HTMLElement,
  options: StageOptions,
): MapLibre.Map {
  const { camera, ground, colours } = options;
  const map = new maplibre.Map({
    container,
    style: {
      ...groundStyle(ground, colours),
      ...(options.globe && { projection: { type: globeProjection } }),
    } as MapLibre.StyleSpecification,
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
  return map;
}

/** The protocol of a base map's tiles. */
const protocol = 'basemap';

/** Over the bundled land and water, under its borders and all shapes. */
function addBasemap(
  maplibre: MapLibreFile['maplibre'],
  map: MapLibre.Map,
  basemap: Basemap,
  colours: MapColours,
): void {
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
    map.addLayer(layer as MapLibre.AddLayerObject, 'areas');
  for (const layer of ['rivers', 'lakes', 'shores', 'coast'])
    map.setLayerZoomRange(layer, 0, takesOverAt(basemap));
}

/** Less than a screen and two levels away. */
function isNear(from: Camera, to: Camera, size: Size): boolean {
  const [x, y] = project(to.lng, to.lat, from, size);
  const shown = x > -size[0] / 2 && x < size[0] * 1.5 && y > -size[1] / 2 && y < size[1] * 1.5;
  return shown && Math.abs(from.zoom - to.zoom) < 2;
}
