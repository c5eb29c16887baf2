/** Bytes that a page was given → what the importers read. */
import type { ByteSource } from '../../formats/import/import-stream';

/** Bytes that are in memory, in pieces. */
export function bufferSource(buffer: ArrayBuffer, name: string): ByteSource {
  return {
    name,
    size: buffer.byteLength,
    async *open() {
      for (let at = 0; at < buffer.byteLength; at += piece)
        yield new Uint8Array(buffer, at, Math.min(piece, buffer.byteLength - at));
    },
    slice: (start, end) => Promise.resolve(new Uint8Array(buffer.slice(start, end))),
  };
}

/** A file of the reader's device, as often as it is read. */
export function fileSource(file: File): ByteSource {
  return {
    name: file.name,
    size: file.size,
    async *open() {
      const reader = file.stream().getReader();
      try {
        for (let read = await reader.read(); !read.done; read = await reader.read())
          yield read.value;
      } finally {
        reader.releaseLock();
      }
    },
    slice: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
  };
}

/** The last part of an address's path. */
export function fileNameOf(url: string): string {
  const { pathname } = new URL(url);
  return decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1));
}

const piece = 1 << 18;
