/** What a page gives to save: the whole story, or what is on the screen, in a format chosen. */
import type { OutFormat } from '../../formats/out';
import type { AnswerSource } from '../../story/source';
import type { View } from '../../view/view.svelte';
import type { ExportReply, StoryService } from '../../story';

export interface DownloadFile {
  readonly name: string;
  readonly blob: Blob;
  readonly reply: Extract<ExportReply, { text: string }>;
}

/** @param story The story's id.
 * @param rows Those on the screen; `null` for the whole story.
 * @throws Error Its message says why there is no file. */
export async function buildDownload(
  service: Pick<StoryService, 'export'>,
  story: string,
  format: OutFormat,
  rows: Uint32Array | null,
  language: string,
): Promise<DownloadFile> {
  const reply = await service.export({ format: format.id, rows, language });
  if ('failure' in reply) throw new Error(reply.failure);
  const blob = new Blob([reply.text], { type: format.mediaType });
  const part = rows ? '-part' : '';
  return { name: `${story}${part}${format.extension}`, blob, reply };
}

/** Events of the window that are in the view and that categories and search leave; in their order. */
export async function rowsOnScreen(view: View, service: AnswerSource): Promise<Uint32Array> {
  const here = view.questions?.[0];
  const total = view.picture?.here.total ?? 0;
  if (!here || total === 0) return new Uint32Array();
  const [reply] = await service.ask([
    { ...here, bins: undefined, page: { offset: 0, limit: total } },
  ]);
  return reply?.page ?? new Uint32Array();
}

/** Hands a text to the browser to keep. */
export function saveText(name: string, text: string, type: string): void {
  saveBlob({ name, blob: new Blob([text], { type }) });
}

/** Hands a file to the browser to keep. */
export function saveBlob({ name, blob }: Pick<DownloadFile, 'name' | 'blob'>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads it after the click; a minute is long for that.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
