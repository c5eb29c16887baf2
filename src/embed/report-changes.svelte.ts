/** Reports changes of a view to the page around, where there is one. */
import { FrameControl, type FramedPage } from './frame-control';

/** To be called while a component is made. `ready`: all parts show the first answer. */
export function reportChanges(page: FramedPage, ready: () => boolean): void {
  const { view } = page;
  const frame = FrameControl.of(window, page);
  if (!frame) return;
  $effect(() => {
    void [view.window, view.camera, view.picture];
    if (ready()) frame.changed();
  });
  $effect(() => {
    void [view.selected, view.selected === null || view.details.get(view.selected)];
    if (ready()) frame.selected();
  });
  $effect(() => () => frame.stop());
}
