/** Parts of a page that come after it: each is fetched when it is first wanted, or ahead of that. */

/** Fetches what a reader may open, so that it is there when the network no longer is. Never rejects;
 * what failed is fetched when it is opened. */
export function fetchAhead(): void {
  void Promise.allSettled([
    import('../../map/shapes/extras'),
    import('../../timeline/controls/WindowForm.svelte'),
    import('../../timeline/controls/PlaybackForm.svelte'),
    import('../dialogs/DownloadDialog.svelte'),
  ]);
}
