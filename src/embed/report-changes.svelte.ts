/** Keeps the page around informed, where a page stands in a frame. */
import { controlByFrame, type FramedPage } from './frame-control';

/** To be called while a component is made. `ready`: all parts show the first answer. */
export function reportChanges(page: FramedPage, ready: () => boolean): void {
  const { view, opened } = page;
  const frame = controlByFrame(window, page);
  if (!frame) return;
  $effect(() => {
    void [view.window, view.camera, view.picture];
    if (ready()) frame.changed();
  });
  $effect(() => {
    void [view.selected, view.selected === null || opened.details.get(view.selected)];
    if (ready()) frame.selected();
  });
  $effect(() => () => frame.stop());
}
