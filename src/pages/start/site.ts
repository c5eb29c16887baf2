/** What the page knows of itself: the facts that the build wrote on its root element. */
import { files } from 'virtual:stories';

export interface Site {
  /** Absolute address of the site's root, ending in a slash. */
  readonly root: string;
  readonly page: 'reader' | 'embed';
  /** The story this page shows when its address names none. */
  readonly story: string;
  /** Ids of the bundled stories. */
  readonly stories: readonly string[];
  /** The deployment's own base map, a PMTiles file as seen from the root. */
  readonly basemap?: string;
}

/** The address of a bundled story's file, GeoJSON or packed. */
export function storyAddress({ root }: Site, id: string): string {
  return `${root}events/${encodeURIComponent(files[id] ?? `${id}.geojson`)}`;
}

export function readSite(document: Document): Site {
  const { root = './', page, story = '', basemap } = document.documentElement.dataset;
  return {
    root: new URL(root, document.baseURI).href,
    page: page === 'embed' ? 'embed' : 'reader',
    story,
    stories: Object.keys(files),
    ...(basemap && { basemap }),
  };
}
