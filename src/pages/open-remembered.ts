/** Opens a file with choices that were made for another. */
import { StoryError, type OpenRequest, type OpenStory } from '../story';
import type { Showing } from './showing';

/** Opens a file as its content tells, or with the choices that were made for another with the same
 * columns. What is shown has the choices that it was read by. */
export async function openRemembered(
  showing: Showing,
  open: (request: OpenRequest) => Promise<OpenStory>,
): Promise<{ readonly opened: OpenStory; readonly showing: Showing }> {
  const { request, file } = showing;
  let opened: OpenStory | undefined;
  let failure: unknown;
  try {
    opened = await open(request);
  } catch (error) {
    failure = error;
  }
  const report =
    opened?.data.report ?? (failure instanceof StoryError ? failure.report : undefined);
  const columns = report?.table?.columns;
  const read = { ...request, reading: report?.reading ?? request.reading, choices: undefined };
  const isFresh = file && columns && !request.reading && !request.choices;
  const text = isFresh
    ? await import('./start/remembered').then(
        (part) => part.rememberedChoices(columns),
        () => undefined,
      )
    : undefined;
  if (file && text !== undefined) {
    const again = await open({ ...request, choices: { name: request.url, text } }).catch(
      (error: unknown) => {
        if (error instanceof StoryError) return null;
        // It was stopped: another file comes, which this one must not replace.
        opened?.service.close();
        throw error;
      },
    );
    const { reading } = again?.data.report ?? {};
    if (again) {
      opened?.service.close();
      const next = { ...request, reading };
      return {
        opened: again,
        showing: { ...showing, request: next, file: { ...file, columns, remembered: true } },
      };
    }
  }
  if (!opened) throw failure;
  const next = file && { ...file, columns: file.columns ?? columns };
  return { opened, showing: { ...showing, request: request.choices ? read : request, file: next } };
}
