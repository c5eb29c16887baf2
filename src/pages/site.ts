/** What the page knows of itself: three facts that the build wrote on its root element. */
import { stories } from 'virtual:stories';

export interface Site {
  /** Absolute address of the site's root, ending in a slash. */
  readonly root: string;
  readonly page: 'reader' | 'embed';
  /** The story this page shows when its address names none. */
  readonly story: string;
  /** Ids of the bundled stories. */
  readonly stories: readonly string[];
}

export function readSite(document: Document): Site {
  const { root = './', page, story = '' } = document.documentElement.dataset;
  return {
    root: new URL(root, document.baseURI).href,
    page: page === 'embed' ? 'embed' : 'reader',
    story,
    stories,
  };
}
