/** What closes with a press outside it gives the focus back, unless what was pressed takes it.
 * @param give gives the focus to what opened it. */
export function refocusAfterPress(give: () => void): void {
  // The press moves the focus after it is told of.
  setTimeout(() => {
    if (document.hasFocus() && document.activeElement === document.body) give();
  });
}
